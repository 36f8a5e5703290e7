def f(items):
    return max(items, key=items.count)
