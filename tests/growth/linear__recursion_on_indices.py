def total(items, start):
    return 0 if start == len(items) else items[start] + total(items, start + 1)


def f(items):
    return total(items, 0)
