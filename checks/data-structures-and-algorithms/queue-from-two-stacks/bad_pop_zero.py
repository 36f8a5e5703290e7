class Queue:
    def __init__(self, new_stack=list):
        self._items = new_stack()

    def enqueue(self, item):
        self._items.append(item)

    def dequeue(self):
        return self._items.pop(0)

    def peek(self):
        return self._items[0]

    def __len__(self):
        return len(self._items)
