# Three million constants in one line.
# must: timeout|memory|error
# not: limits are outlived
def f(value):
    exec("x = (" + ",".join(map(str, range(3_000_000))) + ")")
