import itertools


def chain(*iterables):
    return itertools.chain(*iterables)


def chain_from(iterables):
    return itertools.chain.from_iterable(iterables)
