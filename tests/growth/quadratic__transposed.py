def f(items):
    rows = [items[:] for _ in items]
    return list(zip(*rows))
