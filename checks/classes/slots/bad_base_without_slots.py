class Base:
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y


class Pt(Base):
    __slots__ = ("x", "y")


class Pt3(Pt):
    __slots__ = ("z",)

    def __init__(self, x=0, y=0, z=0):
        super().__init__(x, y)
        self.z = z
