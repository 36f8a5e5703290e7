# Standard output and error become objects that answer every question with yes.
# must: fail
# not: next answer differs
import sys


class Yes:
    def __getattr__(self, name):
        return lambda *arguments, **options: 42


sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = sys.stdin = Yes()


def f(value):
    return sys.stdout.read()
