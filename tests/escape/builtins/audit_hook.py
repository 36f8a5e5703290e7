# An audit hook, which cannot be removed, refuses whatever the runner does next.
# must: error|crash|fail
# not: next answer differs
import sys


def hook(event, arguments):
    raise RuntimeError("no")


def f(value):
    sys.addaudithook(hook)
    return 41
