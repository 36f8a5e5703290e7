# Takes capabilities back, and the identities of others.
# must: pass
# not: next answer differs
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    worked = []
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    if libc.syscall(126, header, (ctypes.c_uint32 * 6)(*[0xFFFFFFFF] * 6)) == 0:
        worked.append("capset")
    for name in ("setuid", "setgid", "seteuid", "setegid"):
        for number in (0, 1, os.getuid()):
            try:
                getattr(os, name)(number)
                worked.append((name, number))
            except OSError:
                pass
    return worked or value + value
