def chain(*iterables):
    return chain_from(iterables)


def chain_from(iterables):
    chained = []
    for iterable in iterables:
        chained = chained + iterable
    yield from chained
