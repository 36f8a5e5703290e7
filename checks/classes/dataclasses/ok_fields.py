from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """A thing that was bought, its price in cents, and how many of it."""

    name: str
    price: int
    quantity: int = 1


@dataclass(order=True)
class Order:
    """Lines and what they cost together; the total alone compares."""

    id: int = field(compare=False)
    lines: list[Line] = field(default_factory=list, compare=False)
    total: int = field(init=False)

    def __post_init__(self) -> None:
        self.total = sum(line.price * line.quantity for line in self.lines)
