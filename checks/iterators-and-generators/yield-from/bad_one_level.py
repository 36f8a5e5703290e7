from collections.abc import Iterable


def flatten(nested):
    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, str | bytes):
            yield from item
        else:
            yield item


def in_turn(subs):
    results = []
    for sub in subs:
        results.append((yield from sub))
    return results
