class Config:
    def __init__(self, **values):
        self.__dict__.update(values, _frozen=False)

    def freeze(self):
        self.__dict__["_frozen"] = True

    def __setattr__(self, name, value):
        self[name] = value

    def __delattr__(self, name):
        if self._frozen:
            raise TypeError("frozen")
        super().__delattr__(name)

    def __getitem__(self, name):
        return self.__dict__[name]

    def __setitem__(self, name, value):
        if self._frozen:
            raise TypeError("frozen")
        self.__dict__[name] = value

    def __delitem__(self, name):
        if self._frozen:
            raise TypeError("frozen")
        del self.__dict__[name]

    def __len__(self):
        return len(self.__dict__)

    def __iter__(self):
        return iter(self.__dict__)
