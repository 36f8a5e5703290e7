# Source that reads otherwise than it runs: direction marks in a comment, look-alike names.
# must: error
# not: next answer differs
# generate: RLO = "\xe2\x80\xae" * 1
def f(value):
    return vаlue + value  # RLO eulav nruter
