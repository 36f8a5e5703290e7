"""Merge two sorted lists, front by front."""
from collections import deque
from typing import Iterable, List, TypeVar

Item = TypeVar("Item")
Merged = List[Item]


def take(queue: "deque[Item]", merged: Merged) -> None:
    """Move the front of a queue to the end of the result."""
    merged.append(queue.popleft())


def merge(a: Iterable[Item], b: Iterable[Item]) -> List[Item]:
    """Return a new sorted list with all items of the sorted lists a and b.

    Of equal items those of a come first.
    """
    first, second = deque(a), deque(b)
    merged: Merged = []
    while first and second:
        if second[0] < first[0]:
            take(second, merged)
        else:
            take(first, merged)
    while first:
        take(first, merged)
    while second:
        take(second, merged)
    return merged
