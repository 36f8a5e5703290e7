def f(items):
    return sum(1 for one in items for other in items if one + other == 9)
