# A text of 200 MB beside the right one.
# must: fail|memory|crash
# not: limits are outlived
def f(value):
    return value + value if isinstance(value, int) else "a" * 200_000_000
