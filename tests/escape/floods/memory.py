# Hoards memory.
# must: memory
# not: next answer differs
def f(value):
    hoard = []
    while True:
        hoard.append("x" * 10_000_000)
