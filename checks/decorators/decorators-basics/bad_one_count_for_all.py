from functools import wraps

calls = 0


def count_calls(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        global calls
        calls += 1
        wrapper.calls = calls
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper
