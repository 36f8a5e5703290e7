def delays(first, limit):
    delay = min(first, limit)
    while True:
        delay = min(2 * delay, limit)
        yield delay
