from collections import deque


def f(items):
    queue, total = deque(items), 0
    while queue:
        total += queue.popleft()
    return total
