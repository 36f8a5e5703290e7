from functools import partial, wraps


def trace(target=None, /, *, prefix=""):
    if target is None and prefix:
        return partial(trace, prefix=prefix)
    if target is not None and not callable(target):
        raise TypeError("trace decorates what can be called")

    @wraps(target)
    def wrapper(*args, **kwargs):
        print(f"{prefix}{target.__name__}")
        return target(*args, **kwargs)

    return wrapper
