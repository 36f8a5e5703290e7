# Loops for ever.
# must: timeout
# not: limits are outlived
def f(value):
    while True:
        pass
