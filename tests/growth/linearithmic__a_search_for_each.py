import bisect


def f(items):
    numbers = list(range(len(items)))
    return [bisect.bisect(numbers, item) for item in items]
