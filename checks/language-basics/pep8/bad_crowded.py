def total(prices, rate = None):
    """Add up prices but for None, with tax unless rate is None."""
    subtotal = 0
    for price in prices:
        if price is not None: subtotal+=as_number(price)
    if rate is None:
        return round(subtotal, 2)
    return round(subtotal * (1 + rate), 2)


def as_number(price):
    try:
        return float(price)
    except (TypeError, ValueError) as error:
        raise ValueError("every price must be a number") from error


class Receipt:
    def __init__(self, title,prices, rate = None):
        self._lines = [title, "-" * len(title)]
        self._total = total(prices, rate)

    def text(self):
        mark = "total"
        if self._total < 0:
            mark = "credit"
        return "\n".join([*self._lines, f"{mark} {self._total:.2f}"])
