# Opens a file by its number, past every path.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).syscall(304, 0, ctypes.create_string_buffer(136), 0)
