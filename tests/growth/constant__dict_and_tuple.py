def f(items):
    first, second, *_ = items[:4]
    table = dict(a=first, b=second)
    table.update(c=3)
    return sorted(table.items(), key=lambda pair: pair[0])
