from functools import partial, wraps


def trace(target=None, /, *, prefix=""):
    """Decorate a function so that it prints a prefix and its name before each call."""
    if target is None:
        return partial(trace, prefix=prefix)
    if not callable(target):
        raise TypeError("trace decorates what can be called; pass prefix by keyword")
    line = f"{prefix}{target.__name__}"

    @wraps(target)
    def wrapper(*args, **kwargs):
        print(line)
        return target(*args, **kwargs)

    return wrapper
