# New namespaces, in which it would have every right.
# must: error
# not: next answer differs
import ctypes
import os


def f(value):
    libc = ctypes.CDLL(None, use_errno=True)
    for flag in (0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x08000000, 0x04000000, 0x02000000, 0x00000080):
        if libc.unshare(flag) == 0:
            return flag
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
