class Queue:
    def __init__(self, new_stack=list):
        self._inbox = new_stack()
        self._outbox = new_stack()

    def enqueue(self, item):
        self._inbox.append(item)

    def dequeue(self):
        if not self._outbox:
            while self._inbox:
                self._outbox.append(self._inbox.pop())
        return self._outbox.pop()

    def peek(self):
        return self._outbox[-1]

    def __len__(self):
        return len(self._inbox) + len(self._outbox)
