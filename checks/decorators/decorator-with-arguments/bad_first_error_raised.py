from functools import wraps
from itertools import count


def retry(times, exceptions=(Exception,), pause=None):
    if times <= 0:
        raise ValueError("times must be at least 1")

    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            first = None
            for tries in count(1):
                try:
                    return function(*args, **kwargs)
                except exceptions as error:
                    first = first or error
                if tries == times:
                    raise first
                if pause is not None:
                    pause(tries)

        return wrapper

    return decorate
