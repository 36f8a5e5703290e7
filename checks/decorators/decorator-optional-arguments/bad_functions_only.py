from functools import partial, wraps
from types import FunctionType


def trace(target=None, /, *, prefix=""):
    if target is None:
        return partial(trace, prefix=prefix)
    if not isinstance(target, FunctionType):
        raise TypeError("trace decorates what can be called; pass prefix by keyword")
    line = f"{prefix}{target.__name__}"

    @wraps(target)
    def wrapper(*args, **kwargs):
        print(line)
        return target(*args, **kwargs)

    return wrapper
