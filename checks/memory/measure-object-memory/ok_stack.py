import sys


def deep_size(obj):
    seen, waiting, total = set(), [obj], 0
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        total += sys.getsizeof(thing)
        if isinstance(thing, dict):
            waiting.extend(thing)
            waiting.extend(thing.values())
        elif isinstance(thing, list | tuple | set | frozenset):
            waiting.extend(thing)
        waiting.extend(attributes(thing))
    return total


def attributes(thing):
    if hasattr(thing, "__dict__"):
        yield thing.__dict__
    for cls in type(thing).__mro__:
        for name in getattr(cls, "__slots__", ()):
            if hasattr(thing, name):
                yield getattr(thing, name)
