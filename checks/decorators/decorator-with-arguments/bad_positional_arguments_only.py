from functools import wraps
from itertools import count


def retry(times, exceptions=(Exception,), pause=None):
    if times <= 0:
        raise ValueError("times must be at least 1")
    pause = pause or (lambda tries: None)

    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            for tries in count(1):
                try:
                    return function(*args)
                except exceptions:
                    if tries == times:
                        raise
                pause(tries)

        return wrapper

    return decorate
