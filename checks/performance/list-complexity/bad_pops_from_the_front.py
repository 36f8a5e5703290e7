def remove_all(items, value):
    """Remove what is or equals value from the list, in place; return how many went."""
    before = len(items)
    items[:] = [item for item in items if not (item is value or item == value)]
    return before - len(items)


def take_front(items, k):
    """Remove the first k items from the list and return them as a list."""
    return [items.pop(0) for _ in range(min(k, len(items)))]
