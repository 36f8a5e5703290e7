class DynArray:
    """A growing array over blocks of fixed size."""

    def __init__(self, alloc):
        self._alloc = alloc
        self._length = 0
        self._block = alloc(self._roomy())

    def _roomy(self):
        return 2 * self._length + 2

    def _move(self):
        block = self._alloc(self._roomy())
        for place in range(self._length):
            block[place] = self._block[place]
        self._block = block

    def __len__(self):
        return self._length

    def __getitem__(self, index):
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("index out of range")
        return self._block[index]

    def append(self, item):
        if self._length == len(self._block):
            self._move()
        self._block[self._length] = item
        self._length += 1

    def insert(self, index, item):
        if index < 0:
            index += self._length
        index = sorted([0, index, self._length])[1]
        self.append(item)
        for place in range(self._length - 1, index, -1):
            self._block[place] = self._block[place - 1]
        self._block[index] = item

    def pop(self):
        if not self._length:
            return None
        item = self[-1]
        self._length -= 1
        self._block[self._length] = None
        if len(self._block) > 2 * self._roomy():
            self._move()
        return item
