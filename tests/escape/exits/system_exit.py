# The polite exit, in the function.
# must: error
# not: next answer differs
def f(value):
    raise SystemExit(0)
