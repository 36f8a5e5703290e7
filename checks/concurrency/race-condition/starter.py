class Counter:
    """Counts in a store; any number of threads may use it."""

    def __init__(self, store):
        self._store = store

    def increment(self):
        """Add one and return the new number."""

    def add(self, amount):
        """Call increment() `amount` times, as one step, and return the number after that."""
