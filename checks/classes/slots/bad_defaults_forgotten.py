class Pt:
    __slots__ = ("__weakref__", "x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Pt3(Pt):
    __slots__ = ("z",)

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
