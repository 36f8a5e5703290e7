def deep_size(obj):
    seen = set()

    def visit(thing):
        if id(thing) in seen:
            return 0
        seen.add(id(thing))
        return thing.__sizeof__() + sum(visit(part) for part in parts(thing))

    return visit(obj)


def parts(thing):
    found = []
    if isinstance(thing, dict):
        found += [*thing.keys(), *thing.values()]
    elif isinstance(thing, (list, tuple, set, frozenset)):
        found += thing
    if hasattr(thing, "__dict__"):
        found.append(vars(thing))
    for cls in type(thing).__mro__:
        for name in vars(cls).get("__slots__", ()):
            if hasattr(thing, name):
                found.append(getattr(thing, name))
    return found
