from functools import wraps


def retry(function, times=3, exceptions=(Exception,), pause=None):
    if callable(times):
        raise TypeError("times must be a number")

    @wraps(function)
    def wrapper(*args, **kwargs):
        for tries in range(1, times):
            try:
                return function(*args, **kwargs)
            except exceptions:
                if pause is not None:
                    pause(tries)
        return function(*args, **kwargs)

    return wrapper
