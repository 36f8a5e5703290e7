def delays(first, limit):
    found = []
    delay = min(first, limit)
    while True:
        found.append(delay)
        delay = min(2 * delay, limit)
    yield from found
