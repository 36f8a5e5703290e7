# One text of two hundred megabytes, printed at once.
# must: output-limit|memory
# not: limits are outlived
def f(value):
    print("x" * 200_000_000)
