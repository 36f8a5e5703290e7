# Bytes that are no UTF-8.
# must: error
# not: next answer differs
# generate: BYTES = "\xff\xfe\x00\xd8" * 20
def f(value):
    return "BYTES"
