# A process that shares memory with the answer and goes on in it after the answer has ended.
# must: pass|crash|fail
# not: next answer differs
# needs: processes
import ctypes
import mmap

CLONE, CLONE_VM, CLONE_FILES, SIGCHLD = 56, 0x100, 0x400, 17
libc = ctypes.CDLL(None, use_errno=True)
# pause; jmp -4
CODE = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
# mov eax,56; syscall; test eax,eax; jz +1; ret; mov eax,34; syscall; jmp -9
CODE.write(b"\xb8\x38\x00\x00\x00\x0f\x05\x85\xc0\x74\x01\xc3\xb8\x22\x00\x00\x00\x0f\x05\xeb\xf7")
START = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_ulong, ctypes.c_void_p)(ctypes.addressof(ctypes.c_char.from_buffer(CODE)))


def f(value):
    stack = ctypes.create_string_buffer(65536)
    START(CLONE_VM | CLONE_FILES | SIGCHLD, ctypes.addressof(stack) + 65536 - 64)
    return value + value
