from collections.abc import Iterable


def flatten(nested):
    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, str | bytes):
            yield from flatten(item)
        else:
            yield item


def started(sub):
    first = next(sub)
    return first, sub


def in_turn(subs):
    results = []
    for first, sub in [started(sub) for sub in subs]:
        sent = yield first
        while True:
            try:
                sent = yield sub.send(sent)
            except StopIteration as stop:
                results.append(stop.value)
                break
    return results
