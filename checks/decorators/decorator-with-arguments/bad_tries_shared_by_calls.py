from functools import wraps
from itertools import count


def retry(times, exceptions=(Exception,), pause=None):
    if times <= 0:
        raise ValueError("times must be at least 1")
    pause = pause or (lambda tries: None)

    numbers = count(1)

    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            for tries in numbers:
                try:
                    return function(*args, **kwargs)
                except exceptions:
                    if tries >= times:
                        raise
                pause(tries)

        return wrapper

    return decorate
