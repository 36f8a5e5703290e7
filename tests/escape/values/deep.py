# Nested 100,000 deep: a recursive reader on either side would run out of stack.
# must: fail
# not: limits are outlived
def f(value):
    deep = 42
    for _ in range(100_000):
        deep = [deep]
    return deep
