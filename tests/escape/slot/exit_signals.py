# Children that send other signals than SIGCHLD to their parent when they end, and children that send none.
# must: pass|crash|error
# not: next answer differs
# needs: processes
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    for signal in (0, 9, 15, 19, 31, 64):
        # CLONE_PARENT: the parent is process 1.
        if libc.syscall(56, ctypes.c_ulong(0x8000 | signal), None, None, None, None) == 0:
            os._exit(0)
    return value + value
