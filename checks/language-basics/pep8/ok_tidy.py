class Receipt:
    """A title and the total of some prices."""

    def __init__(self, title, prices, rate=None):
        self.title = title
        self.total = total(prices, rate)

    def text(self):
        """Return the receipt as three lines."""
        mark = "credit" if self.total < 0 else "total"
        line = "-" * len(self.title)
        return f"{self.title}\n{line}\n{mark} {self.total:.2f}"


def total(prices, rate=None):
    """Add up prices but for None, with tax unless rate is None."""
    subtotal = 0
    for price in prices:
        if price is None:
            continue
        try:
            subtotal += float(price)
        except (TypeError, ValueError):
            raise ValueError(f"not a price: {price!r}") from None
    if rate is not None:
        subtotal *= 1 + rate
    return round(subtotal, 2)
