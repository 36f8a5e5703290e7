class Celsius(float):
    __slots__ = ()

    def __new__(cls, degrees=0):
        degrees = float(degrees)
        if degrees < -273.15:
            raise ValueError("below absolute zero")
        return float.__new__(Celsius, round(degrees, 2))


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, left, right):
        return tuple.__new__(Pair, (left, right))

    def __getnewargs__(self):
        return tuple(self)

    @property
    def left(self):
        return self[0]

    @property
    def right(self):
        return self[1]
