import functools


class partial(functools.partial):
    pass
