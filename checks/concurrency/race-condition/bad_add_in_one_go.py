import threading


class Counter:
    def __init__(self, store):
        self._store = store
        self._lock = threading.Lock()

    def increment(self):
        return self.add(1)

    def add(self, amount):
        with self._lock:
            number = self._store.read() + amount
            self._store.write(number)
            return number
