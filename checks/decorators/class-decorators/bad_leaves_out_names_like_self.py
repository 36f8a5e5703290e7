from inspect import Parameter, signature


def auto_repr(cls):
    if "__repr__" in vars(cls):
        return cls
    stars = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    parameters = signature(cls.__init__).parameters.values()
    names = [
        parameter.name for parameter in parameters
        if parameter.kind not in stars and parameter.name not in ("self", "this")
    ]

    def __repr__(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__name__}({shown})"

    cls.__repr__ = __repr__
    return cls
