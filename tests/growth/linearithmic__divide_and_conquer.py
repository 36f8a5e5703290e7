def best(items, low, high):
    if high - low == 1:
        return items[low]
    middle = (low + high) // 2
    across = max(items[low:high])
    return max(best(items, low, middle), best(items, middle, high), across)


def f(items):
    return best(items, 0, len(items))
