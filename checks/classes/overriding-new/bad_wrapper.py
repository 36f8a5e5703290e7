class Celsius:
    __slots__ = ("_degrees",)

    def __init__(self, degrees=0):
        degrees = float(degrees)
        if degrees < -273.15:
            raise ValueError("below absolute zero")
        self._degrees = round(degrees, 2)

    def __float__(self):
        return self._degrees


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))

    def __getnewargs__(self):
        return tuple(self)

    @property
    def left(self):
        return self[0]

    @property
    def right(self):
        return self[1]
