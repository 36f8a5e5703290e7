from functools import wraps


def trace(target=None, /, *, prefix=""):
    if target is None:
        def decorate(function):
            def wrapper(*args, **kwargs):
                print(f"{prefix}{function.__name__}")
                return function(*args, **kwargs)

            return wrapper

        return decorate
    if not callable(target):
        raise TypeError("trace decorates what can be called")

    @wraps(target)
    def wrapper(*args, **kwargs):
        print(target.__name__)
        return target(*args, **kwargs)

    return wrapper
