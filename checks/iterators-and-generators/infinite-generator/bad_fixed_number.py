def delays(first, limit):
    for attempt in range(1000):
        yield min(first * 2**attempt, limit)
