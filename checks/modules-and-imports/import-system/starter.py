from collections.abc import Callable


def install(sources: dict[str, str]) -> Callable[[], None]:
    """Make the modules of `sources` importable; return a function that ends it."""
