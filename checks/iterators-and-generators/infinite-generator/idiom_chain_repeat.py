from itertools import chain, count, repeat, takewhile


def delays(first: int, limit: int):
    """Give first, twice that and so on for ever, but never more than limit."""
    doubled = (first * 2**number for number in count())
    return chain(takewhile(lambda delay: delay < limit, doubled), repeat(limit))
