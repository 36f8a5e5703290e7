class Pt:
    __slots__ = ("__weakref__", "x", "y", "z")

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y


class Pt3(Pt):
    __slots__ = ()

    def __init__(self, x=0, y=0, z=0):
        super().__init__(x, y)
        self.z = z
