# Every line gives a warning of the compiler, with the file name in it.
# must: pass
# not: limits are outlived
# not: report shows "grescape-warning"
# generate: LINES = "1 is 1; 'grescape-warning\xc3\xa9' is 2\x0a" * 4000
def f(value):
    return value + value


LINES
