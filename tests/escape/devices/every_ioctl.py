# Requests on files of the scratch folder and of the library: encryption, versions, flags, clones.
# must: pass
# not: next answer differs
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    handles = [os.open("/tmp/a", os.O_CREAT | os.O_RDWR), os.open("/tmp", os.O_RDONLY), os.open(os.__file__, os.O_RDONLY)]
    for handle in handles:
        for request in (1, 2, 0x40049409, 0x4020940D, 0x40086602, 0x80086601, 0x401C5820, 0xC0C0583B, 0x5421 ^ 1, 0xC0045877, 0xC0045878, 0x1277):
            if libc.ioctl(handle, ctypes.c_ulong(request), ctypes.create_string_buffer(64)) == 0:
                return hex(request)
    return value + value
