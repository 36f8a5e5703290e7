def f(items):
    return sum([[item] for item in items], [])
