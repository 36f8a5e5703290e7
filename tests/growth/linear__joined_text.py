def f(items):
    return ",".join(str(item % 10) for item in items)
