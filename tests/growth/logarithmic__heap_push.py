import heapq


def f(items):
    for number in range(10):
        heapq.heappush(items, -number)
    return heapq.heappop(items)
