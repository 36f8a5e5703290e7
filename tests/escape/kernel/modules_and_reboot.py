# Loads a module into the kernel.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).syscall(175, b"", 0, b"")
