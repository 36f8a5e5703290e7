from collections import deque


def moving_sums(values, k):
    window = deque(maxlen=k)
    for value in values:
        window.append(value)
        if len(window) == k:
            yield sum(window)
