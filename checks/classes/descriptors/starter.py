class Typed:
    """A field of a class that accepts values of one kind."""

    def __init__(self, kind: type, default) -> None:
        ...
