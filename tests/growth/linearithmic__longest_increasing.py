from bisect import bisect_left


def f(items):
    tails = []
    for item in items + sorted(items):
        place = bisect_left(tails, item)
        tails[place : place + 1] = [item]
    return len(tails)
