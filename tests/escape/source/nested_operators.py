# So many signs before a number that the compiler recurses for each of them.
# must: error|memory|crash
# not: limits are outlived
# generate: SIGNS = "-" * 100000
def f(value):
    return SIGNS 1
