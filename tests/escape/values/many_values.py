# A statement that displays more values than are kept, the right one at the end.
# must: fail
# not: limits are outlived
import sys


def f(value):
    for _ in range(20_000):
        sys.displayhook(value)
    return value + value
