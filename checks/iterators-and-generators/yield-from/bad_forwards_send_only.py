from collections.abc import Iterable


def flatten(nested):
    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, str | bytes):
            yield from flatten(item)
        else:
            yield item


def in_turn(subs):
    results = []
    for sub in subs:
        sent = None
        while True:
            try:
                item = sub.send(sent)
            except StopIteration as stop:
                results.append(stop.value)
                break
            sent = yield item
    return results
