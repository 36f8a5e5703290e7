def f(items):
    return any(item >= 0 for item in items), 7 in items[:10]
