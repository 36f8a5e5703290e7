from itertools import groupby, islice, pairwise


def runs(items):
    """Yield (item, length) for each run of equal neighbours."""
    for item, group in groupby(list(items)):
        yield item, sum(1 for _ in group)


def steps(numbers):
    """Yield the difference between each number and the one before it."""
    for before, after in pairwise(list(numbers)):
        yield after - before


def chunks(items, size):
    """Yield tuples of size items; the last one may be shorter."""
    iterator = iter(list(items))
    while chunk := tuple(islice(iterator, size)):
        yield chunk
