def merge(a, b):
    merged = []
    left, right = iter(a), iter(b)
    x, y = next(left, None), next(right, None)
    while x or y:
        if not x or (y and y < x):
            merged.append(y)
            y = next(right, None)
        else:
            merged.append(x)
            x = next(left, None)
    return merged
