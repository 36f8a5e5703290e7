# Recursion as deep as Python lets it, and deeper with a higher limit.
# must: pass
import sys


def down(depth):
    return 0 if depth == 0 else 1 + down(depth - 1)


def f(value):
    sys.setrecursionlimit(20_000)
    assert down(900) == 900 and down(10_000) == 10_000
    return value + value
