from functools import wraps


def trace(*, prefix=""):
    def decorate(target):
        @wraps(target)
        def wrapper(*args, **kwargs):
            print(f"{prefix}{target.__name__}")
            return target(*args, **kwargs)

        return wrapper

    return decorate
