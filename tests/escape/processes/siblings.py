# Children that are made as children of the zygote, which reaps what it does not know.
# must: pass
# not: process grescape-sib lives
# not: next answer differs
# needs: processes
import ctypes
import os
import time

CLONE, CLONE_PARENT, SIGCHLD = 56, 0x8000, 17
libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    for signal in (SIGCHLD, 0, 9, 19):
        if libc.syscall(CLONE, ctypes.c_ulong(CLONE_PARENT | signal), None, None, None, None) == 0:
            libc.prctl(15, b"grescape-sib")
            if signal == SIGCHLD:
                os._exit(0)
            time.sleep(60)
    return value + value
