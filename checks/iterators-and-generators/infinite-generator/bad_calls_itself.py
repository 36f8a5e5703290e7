def delays(first, limit):
    delay = min(first, limit)
    yield delay
    yield from delays(2 * delay, limit)
