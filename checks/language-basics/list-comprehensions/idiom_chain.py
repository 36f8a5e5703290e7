from itertools import chain


def positive_squares(rows: list[list[int]]) -> list[int]:
    """Return the squares of all positive numbers, row by row."""
    return [number**2 for number in chain.from_iterable(rows) if number > 0]
