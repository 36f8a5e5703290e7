def remove_all(items, value):
    count = 0
    for place in reversed(range(len(items))):
        if items[place] is value or items[place] == value:
            del items[place]
            count += 1
    return count


def take_front(items, k):
    """Remove the first k items from the list and return them as a list."""
    front = items[:k]
    del items[:k]
    return front
