class Vec:
    """A vector in the plane, treated as a constant."""

    def __init__(self, x: float, y: float) -> None:
        ...

    def __repr__(self) -> str:
        """Show how to make it: Vec(1, 2)."""

    # Still to come: + - * == and unary -, hash, bool, abs, len, iteration, index.
