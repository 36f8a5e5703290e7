# A set of a hundred thousand values with one encoding.
# must: fail
# not: limits are outlived
def f(value):
    return {float("nan") for _ in range(99_000)}
