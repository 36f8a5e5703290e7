# A process in new namespaces, where processes are granted.
# must: pass
# not: process grescape-ns lives
# not: next answer differs
# needs: processes
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    for flag in (0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x08000000, 0x04000000, 0x02000000):
        for high in (0, 1 << 32):
            child = libc.syscall(56, ctypes.c_ulong(high | flag | 17), None, None, None, None)
            if child == 0:
                os._exit(0)
            if child > 0:
                return hex(flag)
    return value + value
