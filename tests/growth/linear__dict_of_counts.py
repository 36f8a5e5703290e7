from collections import Counter


def f(items):
    return Counter(item % 7 for item in items)
