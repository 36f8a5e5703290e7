# Mounts a file system by the calls with descriptors.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).syscall(430, b"proc", 0)
