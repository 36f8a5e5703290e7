# A NUL byte in the source.
# must: error
# not: next answer differs
# generate: NUL = "\x00" * 1
def f(value):
    return value + value  # NUL
