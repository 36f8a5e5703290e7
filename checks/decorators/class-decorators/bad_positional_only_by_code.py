def auto_repr(cls):
    if "__repr__" in vars(cls):
        return cls
    code = cls.__init__.__code__
    names = code.co_varnames[1 : code.co_argcount]

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({shown})"

    cls.__repr__ = __repr__
    return cls
