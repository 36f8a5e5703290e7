from collections import deque


def moving_sums(values, k):
    window, total = deque(), 0
    for value in values:
        window.append(value)
        total += value
        if len(window) > k:
            total -= window.popleft()
        yield total
