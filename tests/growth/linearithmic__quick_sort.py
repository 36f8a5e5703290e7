def f(items):
    if len(items) < 2:
        return items
    pivot = items[0]
    small = [item for item in items[1:] if item < pivot]
    large = [item for item in items[1:] if item >= pivot]
    return f(small) + [pivot] + f(large)
