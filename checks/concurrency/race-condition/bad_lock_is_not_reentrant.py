import threading


class Counter:
    def __init__(self, store):
        self._store = store
        self._lock = threading.Lock()

    def increment(self):
        with self._lock:
            number = self._store.read() + 1
            self._store.write(number)
            return number

    def add(self, amount):
        with self._lock:
            if amount == 0:
                return self._store.read()
            for _ in range(amount):
                number = self.increment()
            return number
