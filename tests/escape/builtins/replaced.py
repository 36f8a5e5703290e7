# Every builtin that a runner could use for the comparison is replaced.
# must: fail
# not: next answer differs
import builtins
import sys

builtins.compile = builtins.exec = builtins.eval = lambda *arguments, **options: None
builtins.repr = builtins.str = lambda value="": "42"
builtins.len = lambda value: 1
builtins.isinstance = builtins.issubclass = lambda *arguments: True
builtins.type = lambda *arguments: int
builtins.print = lambda *arguments: None
sys.stdout = sys.stderr = sys.__stdout__ = None


def f(value):
    return 2
