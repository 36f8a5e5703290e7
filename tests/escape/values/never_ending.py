# An iterator without an end, which whoever wants its items would wait for.
# must: fail
# not: limits are outlived
import itertools


def f(value):
    return itertools.repeat(42)
