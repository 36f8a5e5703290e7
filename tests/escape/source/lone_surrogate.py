# A half character, encoded as if it were one.
# must: error
# not: next answer differs
# generate: HALF = "\xed\xa0\x80" * 1
def f(value):
    return "HALF"
