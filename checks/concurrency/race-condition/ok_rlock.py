import threading


class Counter:
    """Counts in a store; any number of threads may use it."""

    def __init__(self, store):
        self._store = store
        self._lock = threading.RLock()

    def increment(self):
        """Add one and return the new number."""
        with self._lock:
            number = self._store.read() + 1
            self._store.write(number)
            return number

    def add(self, amount):
        """Call increment() `amount` times, as one step, and return the number after that."""
        with self._lock:
            if amount == 0:
                return self._store.read()
            for _ in range(amount):
                number = self.increment()
            return number
