DELETED = object()


class HashMap:
    """A hash table with open addressing that keeps the order of insertion."""

    def __init__(self):
        self._rebuild([])

    def _rebuild(self, entries):
        size = 8
        while size <= 2 * len(entries):
            size *= 2
        self._entries = entries
        self._places = [None] * size
        self._used = self._length = len(entries)
        for number, (code, _, _) in enumerate(entries):
            place = code % size
            while self._places[place] is not None:
                place = (place + 1) % size
            self._places[place] = number

    def _find(self, key):
        """Return the hash of key, its place or the first free one, and its entry or None."""
        code = hash(key)
        place = code % len(self._places)
        while (number := self._places[place]) is not None:
            if number is not DELETED:
                entry = self._entries[number]
                if entry[0] == code and (entry[1] is key or entry[1] == key):
                    return code, place, entry
            place = (place + 1) % len(self._places)
        return code, place, None

    def __setitem__(self, key, value):
        code, place, entry = self._find(key)
        if entry:
            entry[2] = value
            return
        self._places[place] = len(self._entries)
        self._entries.append([code, key, value])
        self._length += 1
        self._used += 1
        if self._used * 3 > len(self._places) * 2:
            self._rebuild([entry for entry in self._entries if entry])

    def __getitem__(self, key):
        entry = self._find(key)[2]
        if entry is None:
            raise KeyError(key)
        return entry[2]

    def __delitem__(self, key):
        _, place, entry = self._find(key)
        if entry is None:
            raise KeyError(key)
        self._entries[self._places[place]] = None
        self._places[place] = None
        self._length -= 1

    def __contains__(self, key):
        return self._find(key)[2] is not None

    def __len__(self):
        return self._length

    def __iter__(self):
        return (entry[1] for entry in self._entries if entry)

    def places(self):
        """Return the number of places in the table."""
        return len(self._places)
