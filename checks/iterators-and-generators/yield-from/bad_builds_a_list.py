from collections.abc import Iterable


def leaves(nested):
    found = []
    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, str | bytes):
            found += leaves(item)
        else:
            found.append(item)
    return found


def flatten(nested):
    yield from leaves(nested)


def in_turn(subs):
    results = []
    for sub in subs:
        results.append((yield from sub))
    return results
