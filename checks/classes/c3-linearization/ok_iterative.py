from collections import deque


def c3(name, parents):
    done = {}
    waiting = [name]
    while waiting:
        current = waiting[-1]
        bases = parents.get(current, [])
        missing = [base for base in bases if base not in done]
        if missing:
            waiting += missing
        else:
            waiting.pop()
            done[current] = [current] + merged([done[base] for base in bases] + [bases])
    return done[name]


def merged(orders):
    queues = [deque(order) for order in orders]
    result = []
    while any(queues):
        head = good_head(queues)
        result.append(head)
        for queue in queues:
            if queue and queue[0] == head:
                queue.popleft()
    return result


def good_head(queues):
    for queue in queues:
        if queue and not any(queue[0] in list(other)[1:] for other in queues):
            return queue[0]
    raise ValueError("no order")
