from functools import wraps


def count_calls(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        try:
            return function(*args, **kwargs)
        except (ArithmeticError, LookupError) as error:
            print("failed:", error)

    wrapper.calls = 0
    return wrapper
