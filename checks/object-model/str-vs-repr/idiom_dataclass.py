from dataclasses import dataclass


@dataclass
class Money:
    """An amount, kept as text, and its currency."""

    amount: str
    currency: str

    def __str__(self):
        return f"{self.amount} {self.currency}"
