# Marks of byte order and form feeds within the text, where some readers begin a new line.
# must: error
# not: next answer differs
# generate: MARK = "\xef\xbb\xbf" * 1
def f(value):
    return value + valueMARK
