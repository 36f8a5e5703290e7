class Queue:
    def __init__(self, new_stack=list):
        self._items = new_stack()
        self._spare = new_stack()

    def enqueue(self, item):
        self._items.append(item)

    def dequeue(self):
        self._move(self._items, self._spare)
        try:
            return self._spare.pop()
        finally:
            self._move(self._spare, self._items)

    def peek(self):
        self._move(self._items, self._spare)
        try:
            return self._spare[-1]
        finally:
            self._move(self._spare, self._items)

    def __len__(self):
        return len(self._items)

    @staticmethod
    def _move(source, target):
        while source:
            target.append(source.pop())
