# Reads the memory of process 1, from which the next answer is made.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    buffer = ctypes.create_string_buffer(64)
    vector = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 64)
    ctypes.CDLL(None).process_vm_readv(1, vector, 1, vector, 1, 0)
