class DynArray:
    def __init__(self, alloc):
        self._block = alloc(2)
        self._items = []

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def append(self, item):
        self._items.append(item)

    def insert(self, index, item):
        self._items.insert(index, item)

    def pop(self):
        return self._items.pop()
