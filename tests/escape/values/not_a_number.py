# Numbers that are not equal to themselves, negative zero and infinities, one of them as a key many times.
# must: fail
# not: next answer differs
def f(value):
    nan = float("nan")
    return {float("nan"): -0.0 for _ in range(100)} | {nan: float("-inf"), 42: complex(nan, -0.0)}
