# Writes into the code and the data of the shared libraries that are mapped in every answer.
# must: pass|crash
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    for name in ("getpid", "kill", "write", "waitpid"):
        address = ctypes.cast(getattr(libc, name), ctypes.c_void_p).value
        if libc.mprotect(ctypes.c_void_p(address & ~4095), ctypes.c_size_t(8192), 7) == 0 and name in ("getpid", "kill"):
            # ud2
            ctypes.memmove(address, b"\x0f\x0b", 2)
        libc.msync(ctypes.c_void_p(address & ~4095), ctypes.c_size_t(4096), 4)
    return value + value
