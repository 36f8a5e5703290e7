from functools import wraps


def retry(times, exceptions=(Exception,), pause=None):
    """Return a decorator that calls a function up to `times` times."""
    if times < 1:
        raise ValueError("times must be at least 1")

    def decorate(function):
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

    return decorate
