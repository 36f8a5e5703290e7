def delays(first: int, limit: int):
    """Yield first, twice that and so on for ever, but never more than limit."""
    delay = min(first, limit)
    while True:
        yield delay
        delay = min(2 * delay, limit)
