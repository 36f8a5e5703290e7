from heapq import merge as merge_streams


def merge(a: list, b: list) -> list:
    """Return one sorted list with all items of two sorted lists."""
    return list(merge_streams(a, b))
