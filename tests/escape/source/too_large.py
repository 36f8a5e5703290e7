# More bytes than are read.
# must: error
# not: limits are outlived
# generate: COMMENT = "# padding\x0a" * 30000
def f(value):
    return value + value
COMMENT
