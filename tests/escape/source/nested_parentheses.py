# So many open parentheses that a recursive parser would run out of stack.
# must: error|memory
# not: limits are outlived
# generate: OPEN = "(" * 100000
def f(value):
    return OPEN
