def f(items):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if middle < len(items):
            low = middle + 1
        else:
            high = middle
    return low
