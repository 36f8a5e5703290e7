import operator


class Vec:
    """Keeps its parts in a tuple and lets that do the work."""

    def __init__(self, x, y):
        self._parts = (x, y)

    def __repr__(self):
        return "Vec({!r}, {!r})".format(*self._parts)

    def __eq__(self, other):
        return self._parts == other._parts if isinstance(other, Vec) else NotImplemented

    def __hash__(self):
        return hash(self._parts)

    def __bool__(self):
        return any(self._parts)

    def __abs__(self):
        return sum(part * part for part in self._parts) ** 0.5

    def __len__(self):
        return len(self._parts)

    def __iter__(self):
        return iter(self._parts)

    def __getitem__(self, index):
        return self._parts[index]

    def __add__(self, other):
        if isinstance(other, Vec):
            return Vec(*map(operator.add, self, other))
        return NotImplemented

    def __neg__(self):
        return -1 * self

    def __sub__(self, other):
        return self + -other if isinstance(other, Vec) else NotImplemented

    def __mul__(self, factor):
        if isinstance(factor, int | float):
            return Vec(*(factor * part for part in self))
        return NotImplemented

    def __rmul__(self, factor):
        return self * factor
