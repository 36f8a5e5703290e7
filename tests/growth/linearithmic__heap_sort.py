import heapq


def f(items):
    heapq.heapify(items)
    return [heapq.heappop(items) for _ in range(len(items))]
