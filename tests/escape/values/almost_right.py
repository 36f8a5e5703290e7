# Equal to the right values for Python, but of another type: True, floats, tuples, bytes.
# must: fail
# not: next answer differs
def f(value):
    return 42.0 if value == 21 else tuple(value) * 2 if isinstance(value, list) else (value * 2).encode()
