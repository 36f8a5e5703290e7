from functools import wraps
from inspect import signature


def plain(function):
    def wrapper(*args):
        return function(*args)

    return wrapper


def add(left, right=1):
    """Add up."""
    return left + right


bare, kept = plain(add), wraps(add)(plain(add))
for function in (bare, kept):
    print(function.__name__, function.__doc__, signature(function))
print(kept.__wrapped__(left=2))
try:
    print(kept(left=2))
except TypeError:
    print("TypeError")
