from itertools import groupby


def f(items):
    return [(bit, len(list(run))) for bit, run in groupby(items, key=lambda item: item % 2)]
