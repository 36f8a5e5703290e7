class Config:
    """Settings that are attributes and items at once."""

    def __init__(self, **values) -> None:
        object.__setattr__(self, "_store", values)
        object.__setattr__(self, "_frozen", False)

    def freeze(self) -> None:
        object.__setattr__(self, "_frozen", True)

    def _writable_store(self) -> dict:
        if self._frozen:
            raise TypeError("this config is frozen")
        return self._store

    def __getitem__(self, name):
        return self._store[name]

    def __setitem__(self, name, value):
        self._writable_store()[name] = value

    def __delitem__(self, name):
        del self._writable_store()[name]

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self[name] = value

    def __delattr__(self, name):
        try:
            del self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __len__(self) -> int:
        return len(self._store)

    def __iter__(self):
        return iter(self._store)
