import threading


class Counter:
    def __init__(self, store):
        self._store = store
        self._lock = threading.RLock()

    def increment(self):
        number = self._store.read() + 1
        with self._lock:
            self._store.write(number)
        return number

    def add(self, amount):
        with self._lock:
            if amount == 0:
                return self._store.read()
            for _ in range(amount):
                number = self.increment()
            return number
