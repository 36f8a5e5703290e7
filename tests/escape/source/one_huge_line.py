# One line of 250,000 characters that fails at its end.
# must: error
# not: limits are outlived
# generate: LONG = "a" * 250000
def f(value):
    return "LONG" + 1 / 0
