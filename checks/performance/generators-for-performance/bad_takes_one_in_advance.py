from collections import deque


def moving_sums(values, k):
    window, total = deque(), 0
    for value in values:
        if len(window) == k:
            yield total
            total -= window.popleft()
        window.append(value)
        total += value
    if len(window) == k:
        yield total
