from itertools import repeat


def delays(first: int, limit: int):
    """Yield first, twice that and so on for ever, but never more than limit."""
    while first < limit:
        yield first
        first *= 2
    yield from repeat(limit)
