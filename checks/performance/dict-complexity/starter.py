def common(a: list, b: list) -> list:
    """Return the elements of a that are also in b, each once, in the order of a."""
