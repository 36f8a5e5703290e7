from collections import deque


def moving_sums(values, k):
    window, total, sums = deque(), 0, []
    for value in values:
        window.append(value)
        total += value
        if len(window) == k:
            sums.append(total)
            total -= window.popleft()
    return iter(sums)
