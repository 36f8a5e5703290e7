# The older call that changes which page of a file a mapping shows, and a mapping that grows downward.
# must: pass
# not: expected output leaks
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.getauxval.restype, libc.getauxval.argtypes = ctypes.c_ulong, [ctypes.c_ulong]
AT_PHDR, REMAP_FILE_PAGES = 3, 216


def f(value):
    page = libc.getauxval(AT_PHDR) & ~4095
    for target in (1, 64, 1024):
        if libc.syscall(REMAP_FILE_PAGES, ctypes.c_void_p(page), ctypes.c_size_t(4096), 0, ctypes.c_size_t(target), 0) == 0:
            return ctypes.string_at(page, 64)
    return value + value
