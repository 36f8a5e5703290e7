from itertools import groupby


def freq(items):
    items.sort()
    pairs = [(item, len(list(group))) for item, group in groupby(items)]
    pairs.sort(key=lambda pair: pair[1], reverse=True)
    return pairs
