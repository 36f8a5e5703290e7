from dataclasses import dataclass


@dataclass
class Line:
    """A thing that was bought, its price in cents, and how many of it."""

    name: str
    price: int


@dataclass
class Order:
    """Lines and what they cost together."""

    id: int
