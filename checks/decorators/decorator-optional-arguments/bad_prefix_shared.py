from functools import partial, wraps


def trace(target=None, /, *, prefix=""):
    if target is None:
        return partial(trace, prefix=prefix)
    if not callable(target):
        raise TypeError("trace decorates what can be called; pass prefix by keyword")
    trace.prefix = prefix

    @wraps(target)
    def wrapper(*args, **kwargs):
        print(f"{trace.prefix}{target.__name__}")
        return target(*args, **kwargs)

    return wrapper
