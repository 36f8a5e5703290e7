from functools import cache


@cache
def ways(n):
    return 1 if n < 2 else (ways(n - 1) + ways(n - 2)) % 1009


def f(items):
    ways.cache_clear()
    return ways(len(items))
