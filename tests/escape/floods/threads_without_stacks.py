# Threads by the bare system call, all on one tiny stack, so that memory does not bound how many there are.
# must: pass|timeout
# not: next answer differs
# only: full
import ctypes
import mmap

# CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_SYSVSEM | CLONE_THREAD
FLAGS = 0x100 | 0x200 | 0x400 | 0x800 | 0x40000 | 0x10000
MOST = 2000
# mov eax,56; syscall; test eax,eax; jz +1; ret; mov eax,34; syscall; jmp -9: the new thread only pauses.
CODE = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
CODE.write(b"\xb8\x38\x00\x00\x00\x0f\x05\x85\xc0\x74\x01\xc3\xb8\x22\x00\x00\x00\x0f\x05\xeb\xf7")
START = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p)(ctypes.addressof(ctypes.c_char.from_buffer(CODE)))
STACK = ctypes.create_string_buffer(4096)


def f(value):
    started = 0
    while started < MOST and START(FLAGS, ctypes.addressof(STACK) + 2048) > 0:
        started += 1
    return value + value if started < 600 else started
