# A number in source that is longer than CPython converts, and one in another script.
# must: error
# not: limits are outlived
# generate: DIGITS = "9" * 100000
def f(value):
    return DIGITS
