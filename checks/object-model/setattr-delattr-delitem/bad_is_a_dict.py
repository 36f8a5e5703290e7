class Config(dict):
    def freeze(self):
        object.__setattr__(self, "_frozen", True)

    def _check(self):
        if "_frozen" in self.__dict__:
            raise TypeError("frozen")

    def __setitem__(self, name, value):
        self._check()
        super().__setitem__(name, value)

    def __delitem__(self, name):
        self._check()
        super().__delitem__(name)

    def __getattr__(self, name):
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
