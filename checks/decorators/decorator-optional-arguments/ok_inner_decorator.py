import functools

MISSING = object()


def trace(target=MISSING, /, *, prefix=""):
    """Decorate a function so that it prints a prefix and its name before each call."""

    def decorate(function):
        name = function.__name__

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            print(prefix + name)
            return function(*args, **kwargs)

        return wrapper

    if target is MISSING:
        return decorate
    if callable(target):
        return decorate(target)
    raise TypeError(f"cannot trace {target!r}")
