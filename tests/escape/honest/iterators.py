# Generators, coroutines driven by hand, and iterators without an end, used up to a point.
# must: pass
import itertools


def values(value):
    while True:
        yield value


def f(value):
    first, second = itertools.islice(values(value), 2)
    return first + second
