class Config:
    def __init__(self, **values):
        object.__setattr__(self, "_store", values)
        object.__setattr__(self, "_frozen", False)

    def freeze(self):
        object.__setattr__(self, "_frozen", True)

    def __getitem__(self, name):
        return self._store[name]

    def __setitem__(self, name, value):
        if self._frozen:
            raise TypeError("frozen")
        self._store[name] = value

    def __delitem__(self, name):
        if self._frozen:
            raise TypeError("frozen")
        del self._store[name]

    def __getattr__(self, name):
        return self._store.get(name)

    def __setattr__(self, name, value):
        self[name] = value

    def __delattr__(self, name):
        try:
            del self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __len__(self):
        return len(self._store)

    def __iter__(self):
        return iter(self._store)
