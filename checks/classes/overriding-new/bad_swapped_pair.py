class Celsius(float):
    __slots__ = ()

    def __new__(cls, degrees=0):
        degrees = float(degrees)
        if degrees < -273.15:
            raise ValueError("below absolute zero")
        return super().__new__(cls, round(degrees, 2))


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))

    def __getnewargs__(self):
        return tuple(self)

    @property
    def left(self):
        return self[-1]

    @property
    def right(self):
        return self[0]
