from functools import wraps


def count_calls(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        before = wrapper.calls
        try:
            return function(*args, **kwargs)
        finally:
            wrapper.calls = before + 1

    wrapper.calls = 0
    return wrapper
