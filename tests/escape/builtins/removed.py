# There are no builtins at all when the cases run.
# must: error|fail
# not: next answer differs
import builtins


def f(value):
    builtins.__dict__.clear()
    return 42
