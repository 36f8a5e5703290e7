# Hoards memory below Python, and touches all of it.
# must: memory|crash|error|fail|timeout
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p


def f(value):
    total = 0
    while True:
        block = libc.malloc(ctypes.c_size_t(8 << 20))
        if not block:
            return total
        ctypes.memset(block, 1, 8 << 20)
        total += 8
