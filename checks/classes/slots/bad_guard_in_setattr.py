class Pt:
    names = ("x", "y")

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def __setattr__(self, name, value):
        if name not in self.names:
            raise AttributeError(name)
        super().__setattr__(name, value)


class Pt3(Pt):
    names = ("x", "y", "z")

    def __init__(self, x=0, y=0, z=0):
        super().__init__(x, y)
        self.z = z
