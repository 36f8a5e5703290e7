import copy


class Config:
    """The instance's own dict is the store; the flag lives in a slot."""

    __slots__ = ("__dict__", "_frozen")

    def __init__(self, **values):
        object.__setattr__(self, "_frozen", False)
        vars(self).update(values)

    def freeze(self):
        object.__setattr__(self, "_frozen", True)

    def _check(self):
        if self._frozen:
            raise TypeError("frozen")

    def __setattr__(self, name, value):
        self._check()
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self._check()
        object.__delattr__(self, name)

    def __getitem__(self, name):
        return vars(self)[name]

    def __setitem__(self, name, value):
        self._check()
        vars(self)[name] = value

    def __delitem__(self, name):
        self._check()
        del vars(self)[name]

    def __len__(self):
        return len(vars(self))

    def __iter__(self):
        return iter(vars(self))

    def __deepcopy__(self, memo):
        return Config(**copy.deepcopy(vars(self), memo))
