from collections import OrderedDict


class LRU(OrderedDict):
    """An OrderedDict with a limit: `len`, `in` and iteration are inherited as they are."""

    def __init__(self, capacity: int) -> None:
        if capacity < 0:
            raise ValueError("capacity must not be negative")
        super().__init__()
        self._capacity = capacity

    def get(self, key, default=None):
        try:
            self.move_to_end(key)
        except KeyError:
            return default
        return self[key]

    def put(self, key, value) -> None:
        self[key] = value
        self.move_to_end(key)
        if len(self) > self._capacity:
            self.popitem(last=False)
