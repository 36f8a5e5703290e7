def c3(name: str, parents: dict[str, list[str]]) -> list[str]:
    """Return the order in which the class is searched; raise ValueError if there is none."""
