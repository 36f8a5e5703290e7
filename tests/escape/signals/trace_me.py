# Asks its parent to trace it.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    ctypes.CDLL(None).ptrace(0, 0, 0, 0)
