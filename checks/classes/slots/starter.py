class Pt:
    """A point in the plane, as small as possible."""

    def __init__(self, x=0, y=0) -> None:
        ...


class Pt3(Pt):
    """A point in space."""

    def __init__(self, x=0, y=0, z=0) -> None:
        ...
