def chain(*iterables):
    """Yield the items of all iterables, one iterable after the other."""


def chain_from(iterables):
    """Yield the items of the iterables that an iterable gives."""
