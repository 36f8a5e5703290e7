def runs(items):
    """Yield (item, length) for each run of equal neighbours."""
    iterator = iter(items)
    for current in iterator:
        length = 1
        for item in iterator:
            if item == current:
                length += 1
            else:
                yield current, length
                current, length = item, 1
        yield current, length


def steps(numbers):
    """Yield the difference between each number and the one before it."""
    iterator = iter(numbers)
    for before in iterator:
        for after in iterator:
            yield after - before
            before = after


def chunks(items, size):
    """Yield tuples of size items; the last one may be shorter."""
    chunk = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)
