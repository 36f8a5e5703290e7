# Changes the network: addresses, flags, routes, by the old calls.
# must: pass
# not: next answer differs
# needs: loopback
import ctypes
import socket

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as handle:
        for request in range(0x8900, 0x89FF):
            buffer = ctypes.create_string_buffer(b"lo", 256)
            if libc.ioctl(handle.fileno(), ctypes.c_ulong(request), buffer) == 0:
                return hex(request)
    return value + value
