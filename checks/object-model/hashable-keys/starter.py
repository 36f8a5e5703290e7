class Point:
    """A point in the plane that can be a key of a dict."""

    def __init__(self, x, y) -> None:
        ...
