# Switches the processor to 32-bit code and makes a call from there.
# must: blocked|crash
# not: next answer differs
import ctypes
import mmap

MAP_32BIT = 0x40
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
page = libc.mmap(None, ctypes.c_size_t(4096), 7, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_32BIT, -1, ctypes.c_long(0))


def f(value):
    # At +0 in 64 bit: push 0x23; push page+32; retfq. At +32 in 32 bit: mov eax,2; int 0x80; hlt
    ctypes.memmove(page, b"\x6a\x23\x68" + (page + 32).to_bytes(4, "little") + b"\x48\xcb", 9)
    ctypes.memmove(page + 32, b"\xb8\x02\x00\x00\x00\xcd\x80\xf4", 8)
    return ctypes.CFUNCTYPE(ctypes.c_int)(page)()
