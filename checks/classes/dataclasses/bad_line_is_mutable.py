from dataclasses import dataclass, field


@dataclass
class Line:
    name: str
    price: int
    quantity: int = 1


@dataclass(order=True)
class Order:
    id: int = field(compare=False)
    lines: list[Line] = field(default_factory=list, compare=False)
    total: int = field(init=False)

    def __post_init__(self):
        self.total = sum(line.price * line.quantity for line in self.lines)
