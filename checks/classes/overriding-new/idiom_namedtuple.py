from typing import NamedTuple


class Celsius(float):
    """A temperature that is checked and rounded when it is made."""

    __slots__ = ()

    def __new__(cls, degrees=0.0):
        degrees = float(degrees)
        if degrees < -273.15:
            raise ValueError("below absolute zero")
        return super().__new__(cls, round(degrees, 2))


class Pair(NamedTuple):
    """A tuple of two things, `left` and `right`."""

    left: object
    right: object
