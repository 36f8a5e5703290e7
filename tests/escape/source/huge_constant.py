# A constant that the compiler folds to gigabytes.
# must: error|timeout|memory|fail
# not: limits are outlived
X = (1 << 1_000_000) ** 200


def f(value):
    return (((("a" * 4000) * 4000) * 4000) * 4000)
