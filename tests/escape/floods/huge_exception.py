# An exception with a message of a hundred megabytes, nested a thousand times.
# must: error|memory|timeout
# not: limits are outlived
def f(value):
    error = ValueError("x" * 100_000_000)
    for _ in range(1000):
        error = ExceptionGroup("y" * 10_000, [error])
    raise error
