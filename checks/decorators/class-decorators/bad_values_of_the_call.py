from functools import wraps
from inspect import Parameter, signature


def auto_repr(cls):
    if "__repr__" in vars(cls):
        return cls
    init = cls.__init__
    stars = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    _, *parameters = signature(init).parameters.values()
    names = [parameter.name for parameter in parameters if parameter.kind not in stars]

    @wraps(init)
    def __init__(*args, **kwargs):
        bound = signature(init).bind(*args, **kwargs)
        bound.apply_defaults()
        texts = [f"{name}={bound.arguments[name]!r}" for name in names]
        vars(args[0])["_shown"] = ", ".join(texts)
        init(*args, **kwargs)

    def __repr__(self):
        return f"{type(self).__name__}({self._shown})"

    cls.__init__, cls.__repr__ = __init__, __repr__
    return cls
