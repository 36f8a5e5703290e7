def delays(first, limit):
    delay = min(first, limit)
    while True:
        yield delay
        if 2 * delay <= limit:
            delay *= 2
