def runs(items):
    """Yield (item, length) for each run of equal neighbours."""


def steps(numbers):
    """Yield the difference between each number and the one before it."""


def chunks(items, size):
    """Yield tuples of size items; the last one may be shorter."""
