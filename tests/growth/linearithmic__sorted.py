def f(items):
    return sorted(items)
