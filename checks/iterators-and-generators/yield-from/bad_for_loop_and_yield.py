from collections.abc import Iterable


def flatten(nested):
    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, str | bytes):
            for leaf in flatten(item):  # noqa: UP028
                yield leaf
        else:
            yield item


def in_turn(subs):
    results = []
    for sub in subs:
        result = None
        for result in sub:
            yield result
        results.append(result)
    return results
