class LRU:
    def __init__(self, capacity):
        if capacity < 0:
            raise ValueError("capacity must not be negative")
        self.capacity = capacity
        self.data = {}
        self.uses = []

    def get(self, key, default=None):
        if key not in self.data:
            return default
        self.uses.remove(key)
        self.uses.append(key)
        return self.data[key]

    def put(self, key, value):
        if key in self.data:
            self.uses.remove(key)
        self.data[key] = value
        self.uses.append(key)
        if len(self.data) > self.capacity:
            del self.data[self.uses.pop(0)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.uses)
