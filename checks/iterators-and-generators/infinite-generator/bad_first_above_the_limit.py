def delays(first, limit):
    yield first
    delay = first
    while True:
        delay = min(2 * delay, limit)
        yield delay
