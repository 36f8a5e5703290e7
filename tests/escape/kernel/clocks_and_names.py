# Sets the clock, the name of the host, limits of the kernel, accounting.
# must: pass|blocked
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    buffer = ctypes.create_string_buffer(64)
    for call, arguments in ((227, (0, buffer)), (164, (buffer, None)), (159, (buffer,)), (170, (b"grescape", 8)), (171, (b"x", 1)), (163, (b"/tmp/a",)),
                            (305, (0, buffer)), (172, (3,)), (173, (0, 10, 1)), (154, (1, buffer, 16)), (106, (0,)), (135, (0x0040000,)), (156, (buffer,))):
        if libc.syscall(call, *arguments) >= 0:
            return call
    return value + value
