from collections import deque


def c3(name, parents):
    order = {}
    waiting = deque([name])
    while waiting:
        current = waiting.popleft()
        if current not in order:
            order[current] = True
            waiting.extend(parents.get(current, []))
    return list(order)
