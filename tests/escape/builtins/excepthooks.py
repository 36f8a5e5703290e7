# Hooks for exceptions leave with success, and the exception that is raised cannot be shown.
# must: error|crash
# not: next answer differs
import os
import sys


class Odd(BaseException):
    def __str__(self):
        sys.excepthook = sys.unraisablehook = lambda *arguments: os._exit(0)
        raise Odd

    __repr__ = __str__

    @property
    def __traceback__(self):
        os._exit(0)

    @property
    def __class__(self):
        return SystemExit


def f(value):
    raise Odd
