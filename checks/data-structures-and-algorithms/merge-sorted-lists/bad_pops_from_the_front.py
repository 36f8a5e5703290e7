def merge(a, b):
    merged = []
    while a and b:
        if b[0] < a[0]:
            merged.append(b.pop(0))
        else:
            merged.append(a.pop(0))
    return merged + a + b
