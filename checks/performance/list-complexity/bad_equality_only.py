def remove_all(items, value):
    """Remove what is or equals value from the list, in place; return how many went."""
    before = len(items)
    items[:] = [item for item in items if item != value]
    return before - len(items)


def take_front(items, k):
    """Remove the first k items from the list and return them as a list."""
    front = items[:k]
    del items[:k]
    return front
