def f(items):
    if not items:
        return [[]]
    rest = f(items[1:])
    return rest + [[items[0], *subset] for subset in rest]
