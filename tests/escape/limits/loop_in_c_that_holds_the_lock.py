# One multiplication that takes minutes and never gives the interpreter up.
# must: timeout|memory
# not: limits are outlived
def f(value):
    return (3 ** 30_000_000) ** 8
