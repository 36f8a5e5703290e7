class Pt:
    """A point in the plane, as small as possible."""

    __slots__ = ("__weakref__", "x", "y")

    def __init__(self, x=0, y=0) -> None:
        self.x = x
        self.y = y


class Pt3(Pt):
    """A point in space."""

    __slots__ = ("z",)

    def __init__(self, x=0, y=0, z=0) -> None:
        super().__init__(x, y)
        self.z = z
