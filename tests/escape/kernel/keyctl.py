# Joins a keyring by name, so that two answers share one.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).syscall(250, 1, b"grescape")
