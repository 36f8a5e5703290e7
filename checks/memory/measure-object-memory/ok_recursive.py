from sys import getsizeof


def deep_size(obj) -> int:
    """Return the size of an object and of everything in it, each object once."""
    seen = set()

    def visit(thing):
        if id(thing) in seen:
            return 0
        seen.add(id(thing))
        return getsizeof(thing) + sum(visit(part) for part in parts(thing))

    return visit(obj)


def parts(thing):
    """Return the objects that an object refers to."""
    found = []
    if isinstance(thing, dict):
        found = [*thing.keys(), *thing.values()]
    elif isinstance(thing, (list, tuple, set, frozenset)):
        found = list(thing)
    if hasattr(thing, "__dict__"):
        found.append(vars(thing))
    for cls in type(thing).__mro__:
        for name in vars(cls).get("__slots__", ()):
            if hasattr(thing, name):
                found.append(getattr(thing, name))
    return found
