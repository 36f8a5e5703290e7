def f(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = f(items[:middle]), f(items[middle:])
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]
