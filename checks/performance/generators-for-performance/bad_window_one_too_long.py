from collections import deque


def moving_sums(values, k):
    """Yield the sum of each window of k neighbouring values."""
    window, total = deque(), 0
    for value in values:
        window.append(value)
        total += value
        if len(window) > k:
            yield total
            total -= window.popleft()
