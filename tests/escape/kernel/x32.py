# Calls with the bit of the x32 interface, under which a filter might not know them.
# must: blocked|pass
# not: process grescape-x32 lives
# not: next answer differs
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
X32 = 0x40000000


def f(value):
    for call, arguments in ((57, ()), (41, (2, 1, 0)), (62, (1, 0)), (520, ()), (521, ()), (101, (0, 0, 0, 0)), (39, ())):
        if libc.syscall(ctypes.c_long(X32 | call), *arguments) >= 0:
            return call
    return value + value
