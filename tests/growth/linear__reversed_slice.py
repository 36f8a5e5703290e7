def f(items):
    return items[::-1]
