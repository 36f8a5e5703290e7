from functools import update_wrapper


class count_calls:
    def __init__(self, function):
        update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, /, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)
