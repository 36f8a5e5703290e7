def delays(first, limit):
    delay = min(first, limit)
    while delay < limit:
        yield delay
        delay = min(2 * delay, limit)
    yield limit
