from inspect import signature


def auto_repr(cls):
    if "__repr__" in vars(cls):
        return cls
    _, *parameters = signature(cls.__init__).parameters.values()
    names = [parameter.name for parameter in parameters]

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({shown})"

    cls.__repr__ = __repr__
    return cls
