# Few objects that a tree shows as two to the power of a hundred.
# must: fail
# not: limits are outlived
def f(value):
    wide = [42]
    for _ in range(100):
        wide = [wide, wide]
    return wide
