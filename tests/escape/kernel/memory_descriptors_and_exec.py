# A program in memory without a path.
# must: error|pass
# not: next answer differs
import ctypes
import os


def f(value):
    libc = ctypes.CDLL(None, use_errno=True)
    for flags in (0, 1, 2, 8, 16):
        handle = libc.syscall(319, b"grescape", flags)
        if handle >= 0:
            os.write(handle, b"\x7fELF")
            libc.fexecve(handle, None, None)
            return "made"
    return value + value
