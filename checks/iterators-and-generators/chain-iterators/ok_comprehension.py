def chain(*iterables):
    """Give the items of all iterables, one iterable after the other."""
    return (item for iterable in iterables for item in iterable)


def chain_from(iterables):
    """Give the items of the iterables that an iterable gives."""
    return (item for iterable in iterables for item in iterable)
