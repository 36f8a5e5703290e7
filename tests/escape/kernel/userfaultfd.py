# Handles page faults itself, which stops the kernel in the middle of what it does.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).syscall(323, 1)
