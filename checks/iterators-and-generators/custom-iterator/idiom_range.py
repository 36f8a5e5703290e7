def Countdown(start: int, step: int = 1):
    """Return an iterator over start, start - step and so on, as long as they are positive."""
    return iter(range(start, 0, -step))
