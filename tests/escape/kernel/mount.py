# Mounts a file system.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).mount(b"proc", b"/tmp", b"proc", 0, None)
