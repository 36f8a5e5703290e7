def odd(items):
    for item in items:
        if item % 2:
            yield item


def f(items):
    return sum(map(abs, odd(items)))
