from dataclasses import dataclass, field
from functools import total_ordering


@dataclass(frozen=True)
class Line:
    name: str
    price: int
    quantity: int = 1


@total_ordering
@dataclass(eq=False)
class Order:
    id: int
    lines: list[Line] = field(default_factory=list)

    @property
    def total(self):
        return sum(line.price * line.quantity for line in self.lines)

    def __eq__(self, other):
        return self.total == other.total

    def __lt__(self, other):
        return self.total < other.total
