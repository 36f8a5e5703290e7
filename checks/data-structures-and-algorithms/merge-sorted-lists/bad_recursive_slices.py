def merge(a, b):
    if not a or not b:
        return a + b
    if b[0] < a[0]:
        return [b[0]] + merge(a, b[1:])
    return [a[0]] + merge(a[1:], b)
