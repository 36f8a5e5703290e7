# Everything that a call tells about process 1: robust list, scheduling, limits, times, groups.
# must: pass
# not: expected output leaks
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    head, size, limit = ctypes.c_void_p(), ctypes.c_size_t(), (ctypes.c_uint64 * 2)()
    if libc.syscall(274, 1, ctypes.byref(head), ctypes.byref(size)) == 0 or libc.prlimit(1, 7, None, limit) == 0:
        return head.value, list(limit)
    return value + value
