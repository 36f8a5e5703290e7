# Process 1 with bits set that the kernel ignores and a filter might not.
# must: pass
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    for high in (1 << 32, 0xFFFFFFFF << 32, 1 << 63):
        for call in (62, 200):
            if libc.syscall(call, ctypes.c_ulong(high | 1), ctypes.c_ulong(15)) == 0:
                return high
        if libc.syscall(62, ctypes.c_ulong(high | 0xFFFFFFFF), ctypes.c_ulong(0)) == 0:
            return high
    return value + value
