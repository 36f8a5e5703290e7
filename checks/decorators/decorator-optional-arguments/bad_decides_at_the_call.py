from functools import wraps


def trace(target=None, /, *, prefix=""):
    if target is not None and not callable(target):
        raise TypeError("trace decorates what can be called")

    @wraps(target or trace)
    def wrapper(*args, **kwargs):
        if len(args) >= 1 and callable(args[0]):
            return trace(args[0], prefix=prefix)
        print(f"{prefix}{target.__name__}")
        return target(*args, **kwargs)

    return wrapper
