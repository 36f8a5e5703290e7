from collections import deque


class Queue:
    """First in, first out."""

    def __init__(self, new_stack=list):
        self._items = deque()

    def enqueue(self, item):
        self._items.append(item)

    def dequeue(self):
        return self._items.popleft()

    def peek(self):
        return self._items[0]

    def __len__(self):
        return len(self._items)
