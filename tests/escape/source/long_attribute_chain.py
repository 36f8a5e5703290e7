# One expression with a hundred thousand attributes.
# must: error|crash|memory|timeout
# not: limits are outlived
# generate: CHAIN = ".a" * 100000
def f(value):
    return valueCHAIN
