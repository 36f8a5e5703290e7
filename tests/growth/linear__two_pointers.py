def f(items):
    left, right, steps = 0, len(items) - 1, 0
    while left < right:
        if items[left] < items[right]:
            left += 1
        else:
            right -= 1
        steps += 1
    return steps
