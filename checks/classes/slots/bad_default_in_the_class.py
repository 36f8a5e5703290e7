class Pt:
    __slots__ = ("__weakref__", "x", "y")
    x = 0
    y = 0

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y


class Pt3(Pt):
    __slots__ = ("z",)
