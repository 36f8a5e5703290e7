def f(items):
    return -1 in items
