import threading


class Counter:
    def __init__(self, store):
        self._store = store
        self._lock = threading.RLock()

    def increment(self):
        with self._lock:
            self._store.write(self._store.read() + 1)
        return self._store.read()

    def add(self, amount):
        with self._lock:
            for _ in range(amount):
                self.increment()
        return self._store.read()
