import contextlib


class closing(contextlib.closing):
    pass
