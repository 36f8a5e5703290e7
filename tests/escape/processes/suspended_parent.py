# A parent that is suspended in vfork until its child ends, which never happens.
# must: timeout
# not: process grescape-vfork lives
# not: limits are outlived
# needs: processes
import ctypes
import mmap

CLONE, CLONE_VFORK, SIGCHLD = 56, 0x4000, 17
libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    if libc.syscall(CLONE, ctypes.c_ulong(CLONE_VFORK | SIGCHLD), None, None, None, None) == 0:
        libc.prctl(15, b"grescape-vfork")
        while True:
            libc.pause()
    return value + value
