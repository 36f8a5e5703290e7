from functools import wraps


def count_calls(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    wrapper.calls = 1
    return wrapper
