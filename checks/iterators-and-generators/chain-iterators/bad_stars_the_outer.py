def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def chain_from(iterables):
    return chain(*iterables)
