from functools import wraps
from inspect import signature


def negated(function):
    def wrapper(*args):
        return -function(*args)

    return wrapper


def add(left, right=1):
    """Add up."""
    return left + right


bare = negated(add)
kept = wraps(add)(negated(add))
for function in (bare, kept):
    print(function.__name__, function.__doc__, signature(function))
print(kept(2), kept.__wrapped__(2))
print(kept.__code__.co_name)
