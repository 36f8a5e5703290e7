def f(items):
    return items[0], items[-1], len(items)
