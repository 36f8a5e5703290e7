def remove_all(items, value):
    """Remove what is or equals value from the list, in place; return how many went."""
    count = items.count(value)
    items[:] = [item for item in items if not (item is value or item == value)]
    return count


def take_front(items, k):
    """Remove the first k items from the list and return them as a list."""
    front = items[:k]
    del items[:k]
    return front
