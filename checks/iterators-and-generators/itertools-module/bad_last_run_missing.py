from itertools import islice, pairwise


def runs(items):
    """Yield (item, length) for each run of equal neighbours."""
    length = 0
    for before, after in pairwise(items):
        length += 1
        if before != after:
            yield before, length
            length = 0


def steps(numbers):
    """Yield the difference between each number and the one before it."""
    for before, after in pairwise(numbers):
        yield after - before


def chunks(items, size):
    """Yield tuples of size items; the last one may be shorter."""
    iterator = iter(items)
    while chunk := tuple(islice(iterator, size)):
        yield chunk
