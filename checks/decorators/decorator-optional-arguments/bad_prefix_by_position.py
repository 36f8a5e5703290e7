from functools import partial, wraps


def trace(target=None, prefix=""):
    if target is None:
        return partial(trace, prefix=prefix)
    if isinstance(target, str):
        return partial(trace, prefix=target)

    @wraps(target)
    def wrapper(*args, **kwargs):
        print(f"{prefix}{target.__name__}")
        return target(*args, **kwargs)

    return wrapper
