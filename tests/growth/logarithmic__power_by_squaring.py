def power(base, exponent):
    if exponent == 0:
        return 1
    half = power(base, exponent // 2) % 1009
    return half * half * (base if exponent % 2 else 1) % 1009


def f(items):
    return power(3, len(items))
