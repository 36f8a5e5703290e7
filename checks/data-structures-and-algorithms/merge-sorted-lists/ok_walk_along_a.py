def merge(a: list, b: list) -> list:
    """Return a new sorted list with all items of the sorted lists a and b."""
    merged = []
    j = 0
    for item in a:
        while j < len(b) and b[j] < item:
            merged.append(b[j])
            j += 1
        merged.append(item)
    merged.extend(b[j:])
    return merged
