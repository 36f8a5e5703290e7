# A number of 100 million bits, which takes hours to write in decimal.
# must: fail
# not: limits are outlived
def f(value):
    return (1 << 100_000_000) - 1
