from functools import wraps


def count_calls(function):
    """Decorate a function so that it counts its calls in the attribute `calls`."""

    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper
