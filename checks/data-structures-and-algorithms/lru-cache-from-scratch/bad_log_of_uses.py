class Entry:
    def __init__(self, key):
        self.key = key
        self.value = None
        self.last_use = 0


class LRUCache:
    def __init__(self, capacity):
        if capacity < 0:
            raise ValueError("capacity must not be negative")
        self.capacity = capacity
        self.entries = {}
        self.log = []
        self.start = 0

    def get(self, key, default=None):
        if key not in self.entries:
            return default
        entry = self.entries[key]
        self._use(entry)
        return entry.value

    def put(self, key, value):
        if key not in self.entries:
            self.entries[key] = Entry(key)
        entry = self.entries[key]
        entry.value = value
        self._use(entry)
        if len(self.entries) > self.capacity:
            self._evict()

    def __len__(self):
        return len(self.entries)

    def keys(self):
        entries = sorted(self.entries.values(), key=lambda entry: entry.last_use)
        return [entry.key for entry in entries]

    def _use(self, entry):
        entry.last_use = len(self.log)
        self.log.append(entry)

    def _evict(self):
        while self.log[self.start].last_use != self.start:
            self.start += 1
        del self.entries[self.log[self.start].key]
        self.start += 1
