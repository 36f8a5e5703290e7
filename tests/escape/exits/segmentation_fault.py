# Reads address zero.
# must: crash
# not: next answer differs
import ctypes


def f(value):
    return ctypes.string_at(0)
