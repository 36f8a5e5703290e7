def auto_repr(cls):
    if "__repr__" in vars(cls):
        return cls

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({shown})"

    cls.__repr__ = __repr__
    return cls
