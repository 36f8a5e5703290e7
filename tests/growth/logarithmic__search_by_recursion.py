def search(numbers, wanted, low, high):
    if low >= high:
        return low
    middle = (low + high) // 2
    if numbers[middle] < wanted:
        return search(numbers, wanted, middle + 1, high)
    return search(numbers, wanted, low, middle)


def f(items):
    return search(range(len(items)), len(items) // 3, 0, len(items))
