# The calls that make other calls, past a filter of calls.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).syscall(425, 8, ctypes.create_string_buffer(256))
