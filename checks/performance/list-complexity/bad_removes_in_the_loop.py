def remove_all(items, value):
    count = 0
    for item in items:
        if item is value or item == value:
            items.remove(item)
            count += 1
    return count


def take_front(items, k):
    """Remove the first k items from the list and return them as a list."""
    front = items[:k]
    del items[:k]
    return front
