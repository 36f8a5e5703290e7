# Maps a shared library for all to see and writes to it.
# must: error
# not: next answer differs
import ctypes
import mmap
import os


def f(value):
    for path in (os.__file__, ctypes._dlopen.__module__ and "/lib/x86_64-linux-gnu/libc.so.6"):
        file = os.open(path, os.O_RDONLY)
        try:
            mmap.mmap(file, 4096, flags=mmap.MAP_SHARED, prot=mmap.PROT_READ | mmap.PROT_WRITE)
        except PermissionError:
            continue
        return "mapped"
    raise PermissionError
