# Memory that outlives processes: System V, POSIX, memfd, anonymous files.
# must: pass
# not: next answer differs
import ctypes
import mmap

libc = ctypes.CDLL(None, use_errno=True)
SHMGET, MEMFD_CREATE, MEMFD_SECRET = 29, 319, 447


def f(value):
    if libc.syscall(SHMGET, 4711, 1 << 20, 0o1600) >= 0 or libc.syscall(MEMFD_CREATE, b"grescape", 0) >= 0:
        return "made"
    if libc.syscall(MEMFD_SECRET, 0) >= 0:
        return "secret"
    kept = []
    for number in range(12):
        file = open(f"/tmp/{number}", "wb+")
        file.truncate(1 << 20)
        memory = mmap.mmap(file.fileno(), 1 << 20)
        memory[:] = b"x" * (1 << 20)
        kept.append((file, memory))
    return value + value
