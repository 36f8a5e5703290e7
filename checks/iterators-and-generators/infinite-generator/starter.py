def delays(first: int, limit: int):
    """Yield first, twice that and so on for ever, but never more than limit."""
