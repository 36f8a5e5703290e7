class HashMap:
    def __init__(self):
        self._table = {}
        self._places = 8

    def __setitem__(self, key, value):
        self._table[key] = value
        while 3 * len(self._table) > 2 * self._places:
            self._places *= 2

    def __getitem__(self, key):
        return self._table[key]

    def __delitem__(self, key):
        del self._table[key]

    def __contains__(self, key):
        return key in self._table

    def __len__(self):
        return len(self._table)

    def __iter__(self):
        return iter(self._table)

    def places(self):
        return self._places
