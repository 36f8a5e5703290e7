def remove_all(items, value):
    """Remove what is or equals value from the list, in place; return how many went."""
    free = 0
    for item in items:
        if item is not value and item != value:
            items[free] = item
            free += 1
    count = len(items) - free
    del items[free:]
    return count


def take_front(items, k):
    """Remove the first k items from the list and return them as a list."""
    items.reverse()
    front = [items.pop() for _ in range(min(k, len(items)))]
    items.reverse()
    return front
