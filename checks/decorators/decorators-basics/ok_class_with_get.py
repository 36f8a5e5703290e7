from functools import update_wrapper
from types import MethodType


class count_calls:
    """Decorate a function so that it counts its calls in the attribute `calls`."""

    def __init__(self, function):
        update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, /, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, instance, owner):
        return self if instance is None else MethodType(self, instance)
