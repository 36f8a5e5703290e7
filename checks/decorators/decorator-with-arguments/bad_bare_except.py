from functools import wraps
from itertools import count


def retry(times, exceptions=(Exception,), pause=None):
    if times <= 0:
        raise ValueError("times must be at least 1")

    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            for tries in count(1):
                try:
                    return function(*args, **kwargs)
                except:  # noqa: E722
                    if tries == times:
                        raise
                if pause is not None:
                    pause(tries)

        return wrapper

    return decorate
