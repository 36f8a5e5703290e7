def f(items):
    return sum(items), max(items)
