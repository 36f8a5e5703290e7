# Loads a program into the kernel.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).syscall(321, 0, ctypes.create_string_buffer(128), 128)
