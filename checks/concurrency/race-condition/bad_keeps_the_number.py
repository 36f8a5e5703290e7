import threading


class Counter:
    def __init__(self, store):
        self._store = store
        self._number = store.read()
        self._lock = threading.RLock()

    def increment(self):
        with self._lock:
            self._number += 1
            self._store.write(self._number)
            return self._number

    def add(self, amount):
        with self._lock:
            for _ in range(amount):
                self.increment()
            return self._number
