# The right type and almost the right text, as large as a value may be: the difference would take long to explain.
# must: fail
# not: limits are outlived
def f(value):
    return "\n".join("ab" * (number % 50) for number in range(20_000)) if value == 21 else [[number % 7, [number % 3]] for number in range(24_000)]
