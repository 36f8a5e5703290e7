class Celsius(float):
    __slots__ = ()

    def __new__(cls, degrees=0):
        degrees = float(degrees)
        if degrees < -273.15:
            raise ValueError("below absolute zero")
        return super().__new__(cls, round(degrees, 2))


class Pair:
    __slots__ = ("left", "right")

    def __new__(cls, left, right):
        pair = super().__new__(cls)
        object.__setattr__(pair, "left", left)
        object.__setattr__(pair, "right", right)
        return pair

    def __setattr__(self, name, value):
        raise AttributeError(name)

    def __iter__(self):
        yield self.left
        yield self.right

    def __reduce__(self):
        return type(self), (self.left, self.right)
