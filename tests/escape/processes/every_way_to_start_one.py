# Every call that makes a process, past the standard library.
# must: pass
# not: process grescape-ways lives
# not: next answer differs
import ctypes
import time

libc = ctypes.CDLL(None, use_errno=True)
CLONE, FORK, VFORK, CLONE3, SIGCHLD, CLONE_VM, CLONE_PARENT, CLONE_UNTRACED = 56, 57, 58, 435, 17, 0x100, 0x8000, 0x800000


def f(value):
    stack = ctypes.create_string_buffer(65536)
    arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, SIGCHLD)
    started = [libc.syscall(FORK), libc.syscall(CLONE3, arguments, 88)]
    for flags in (SIGCHLD, CLONE_PARENT | SIGCHLD, CLONE_UNTRACED, 0, 1 << 32 | SIGCHLD):
        started.append(libc.syscall(CLONE, ctypes.c_ulong(flags), None, None, None, None))
    if 0 in started:
        libc.prctl(15, b"grescape-ways")
        time.sleep(60)
    return value + value if set(started) == {-1} else started
