from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    name: str
    price: int
    quantity: int = 1


@dataclass(order=True)
class Order:
    id: int = field(compare=False)
    lines: list[Line] = field(compare=False)
    total: int = field(init=False)

    def __init__(self, id, lines=[]):  # noqa: B006
        self.id, self.lines = id, lines
        self.total = sum(line.price * line.quantity for line in lines)
