def f(items):
    return 0 if not items else items[0] + f(items[1:])
