import threading


class Counter:
    def __init__(self, store):
        self._store = store
        self._lock = threading.RLock()

    def increment(self):
        self._lock.acquire()
        number = self._store.read() + 1
        self._store.write(number)
        self._lock.release()
        return number

    def add(self, amount):
        with self._lock:
            if amount == 0:
                return self._store.read()
            for _ in range(amount):
                number = self.increment()
            return number
