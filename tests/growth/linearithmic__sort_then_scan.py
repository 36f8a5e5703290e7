def f(items):
    items = sorted(items, reverse=True)
    return [one - other for one, other in zip(items, items[1:])]
