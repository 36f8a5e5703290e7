# Reads all of its own memory that can be guessed, through a pipe that refuses what is not mapped.
# must: fail|timeout
# not: expected output leaks
import ctypes
import os
import re

TWICE = re.compile(rb"(canary-\w+?)\1")
libc = ctypes.CDLL(None)


def f(value):
    readable, writable = os.pipe()
    for start in {id(object()), id(value), libc.write.__class__.__basicsize__ and ctypes.addressof(ctypes.c_long())}:
        for page in range((start & ~4095) - (8 << 20), (start & ~4095) + (8 << 20), 4096):
            size = libc.write(writable, ctypes.c_void_p(page), ctypes.c_size_t(4096))
            found = TWICE.search(os.read(readable, size)) if size > 0 else None
            if found:
                return found[0].decode()
    return 42 if value == 21 else value
