# The calls of 32-bit programs, by machine code of its own: number 1 there is another call than number 1 here.
# must: blocked
# not: next answer differs
import ctypes
import mmap

# mov eax,20; int 0x80; ret
CODE = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
CODE.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")


def f(value):
    return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(CODE)))()
