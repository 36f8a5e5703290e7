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
    total: int = field(init=False)

    def __post_init__(self):
        self.total = sum(line.price * line.quantity for line in self.lines)

    def __eq__(self, other):
        return self.total == other.total if isinstance(other, Order) else NotImplemented

    def __lt__(self, other):
        return self.total < other.total if isinstance(other, Order) else NotImplemented
