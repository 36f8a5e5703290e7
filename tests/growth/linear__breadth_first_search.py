from collections import defaultdict, deque


def f(items):
    graph = defaultdict(list)
    for item in items:
        graph[item // 2].append(item)
    seen, queue = {0}, deque([0])
    while queue:
        for other in graph[queue.popleft()]:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return len(seen)
