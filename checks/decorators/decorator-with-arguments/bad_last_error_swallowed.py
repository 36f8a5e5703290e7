from functools import wraps


def retry(times, exceptions=(Exception,), pause=None):
    if times <= 0:
        raise ValueError("times must be at least 1")

    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            for tries in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except exceptions:
                    if tries < times and pause is not None:
                        pause(tries)

        return wrapper

    return decorate
