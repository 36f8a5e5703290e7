def f(items):
    return [sum(items[:end]) for end in range(len(items))]
