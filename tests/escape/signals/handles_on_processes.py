# A descriptor for process 1 and for its parent, and through it a descriptor of theirs.
# must: blocked|error
# not: next answer differs
import ctypes
import os

PIDFD_OPEN, PIDFD_GETFD, PIDFD_SEND_SIGNAL = 434, 438, 424


def f(value):
    libc = ctypes.CDLL(None, use_errno=True)
    handles = [libc.syscall(PIDFD_OPEN, process, 0) for process in (1, os.getppid(), os.getpid())]
    for handle in handles:
        libc.syscall(PIDFD_SEND_SIGNAL, handle, 15, None, 0)
    libc.syscall(PIDFD_GETFD, handles[0], 10, 0)
