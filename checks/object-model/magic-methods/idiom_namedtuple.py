import math
from typing import NamedTuple


class Vec(NamedTuple):
    """A vector in the plane."""

    x: float
    y: float

    def __bool__(self):
        return any(tuple(self))

    def __abs__(self):
        return math.hypot(*self)

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y) if isinstance(other, Vec) else NotImplemented

    def __sub__(self, other):
        return self + -other if isinstance(other, Vec) else NotImplemented

    def __mul__(self, factor):
        if not isinstance(factor, (int, float)):
            return NotImplemented
        return Vec(self.x * factor, self.y * factor)

    __rmul__ = __mul__
