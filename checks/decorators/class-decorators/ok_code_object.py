from types import FunctionType


def auto_repr(cls):
    """Give a class a __repr__ made from the parameters of its __init__."""
    names = ()
    if isinstance(cls.__init__, FunctionType):
        code = cls.__init__.__code__
        names = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]

    def show(self):
        values = [f"{name}={getattr(self, name)!r}" for name in names]
        return type(self).__name__ + "(" + ", ".join(values) + ")"

    if "__repr__" not in cls.__dict__:
        cls.__repr__ = show
    return cls
