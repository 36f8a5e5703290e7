class Celsius(float):
    __slots__ = ()

    def __init__(self, degrees=0):
        if self < -273.15:
            raise ValueError("below absolute zero")
        self = round(self, 2)  # noqa: PLW0642


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
