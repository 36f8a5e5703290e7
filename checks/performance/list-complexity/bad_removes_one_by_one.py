def remove_all(items, value):
    count = 0
    while value in items:
        items.remove(value)
        count += 1
    return count


def take_front(items, k):
    """Remove the first k items from the list and return them as a list."""
    front = items[:k]
    del items[:k]
    return front
