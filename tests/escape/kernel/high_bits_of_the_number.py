# Numbers of calls with bits beyond the lower half, which the kernel cuts off and a filter might not.
# must: pass|blocked
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def f(value):
    for number in (57, 101, 165, 272, 41):
        if libc.syscall(ctypes.c_ulong(0xFFFFFFFF00000000 | number), 0, 0, 0, 0) >= 0:
            return number
    return value + value
