from functools import wraps


def trace(target, /, *, prefix=""):
    if not callable(target):
        raise TypeError("trace decorates what can be called")

    @wraps(target)
    def wrapper(*args, **kwargs):
        print(f"{prefix}{target.__name__}")
        return target(*args, **kwargs)

    return wrapper
