# Prints without end.
# must: output-limit
# not: limits are outlived
def f(value):
    while True:
        print("x" * 1000)
