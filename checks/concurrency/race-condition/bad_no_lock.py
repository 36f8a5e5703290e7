class Counter:
    def __init__(self, store):
        self._store = store

    def increment(self):
        number = self._store.read() + 1
        self._store.write(number)
        return number

    def add(self, amount):
        if amount == 0:
            return self._store.read()
        for _ in range(amount):
            number = self.increment()
        return number
