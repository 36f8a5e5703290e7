def delays(first, limit):
    delay = first
    while True:
        yield min(delay, limit)
        delay *= 2
