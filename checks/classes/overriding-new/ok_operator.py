from operator import itemgetter

ABSOLUTE_ZERO = -273.15


class Celsius(float):
    __slots__ = ()

    def __new__(cls, degrees=0):
        exact = float(degrees)
        if exact < ABSOLUTE_ZERO:
            raise ValueError(f"below absolute zero: {degrees}")
        return float.__new__(cls, round(exact, 2))


class Pair(tuple):
    __slots__ = ()
    left = property(itemgetter(0))
    right = property(itemgetter(1))

    def __new__(cls, left, right):
        return tuple.__new__(cls, (left, right))

    def __reduce__(self):
        return type(self), tuple(self)
