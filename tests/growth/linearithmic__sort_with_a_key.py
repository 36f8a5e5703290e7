def f(items):
    items.sort(key=lambda item: -item)
    return items[:3]
