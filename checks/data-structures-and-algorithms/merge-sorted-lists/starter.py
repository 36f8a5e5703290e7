def merge(a: list, b: list) -> list:
    """Return a new sorted list with all items of the sorted lists a and b."""
