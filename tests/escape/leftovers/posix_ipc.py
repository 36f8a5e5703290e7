# Semaphores, segments and queues with names of POSIX.
# must: pass
# not: file /dev/shm/grescape exists
# not: file /dev/shm/sem.grescape exists
# not: next answer differs
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.sem_open.restype = ctypes.c_void_p


def f(value):
    libc.sem_open(b"/grescape", os.O_CREAT, 0o666, 1)
    libc.shm_open(b"/grescape", os.O_CREAT | os.O_RDWR, 0o666)
    if libc.mq_open(b"/grescape", os.O_CREAT | os.O_RDWR, 0o666, None) >= 0:
        return "queue"
    return value + value
