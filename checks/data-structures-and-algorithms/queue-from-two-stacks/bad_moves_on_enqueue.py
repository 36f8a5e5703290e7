class Queue:
    def __init__(self, new_stack=list):
        self._items = new_stack()
        self._spare = new_stack()

    def enqueue(self, item):
        while self._items:
            self._spare.append(self._items.pop())
        self._items.append(item)
        while self._spare:
            self._items.append(self._spare.pop())

    def dequeue(self):
        return self._items.pop()

    def peek(self):
        return self._items[-1]

    def __len__(self):
        return len(self._items)
