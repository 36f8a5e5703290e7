# Maps pages of the binary again that the worker has given back: a mapping of the same file is grown over them.
# must: pass
# not: expected output leaks
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.getauxval.restype, libc.getauxval.argtypes = ctypes.c_ulong, [ctypes.c_ulong]
libc.mremap.restype = ctypes.c_void_p
libc.mremap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int]
AT_PHDR, MAY_MOVE = 3, 1


def f(value):
    page = libc.getauxval(AT_PHDR) & ~4095
    moved = libc.mremap(page, 4096, 2 << 20, MAY_MOVE)
    if moved in (None, ctypes.c_void_p(-1).value):
        return value + value
    return ctypes.string_at(moved, 64)
