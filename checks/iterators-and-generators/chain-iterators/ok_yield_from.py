def chain(*iterables):
    """Yield the items of all iterables, one iterable after the other."""
    return chain_from(iterables)


def chain_from(iterables):
    """Yield the items of the iterables that an iterable gives."""
    for iterable in iterables:
        yield from iterable
