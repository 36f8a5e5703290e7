# Its own memory, environment, command line, descriptors and maps, by every path that could lead there.
# must: fail
# not: expected output leaks
import os


def f(value):
    read = []
    for process in ("self", "thread-self", "1", str(os.getppid()), str(os.getpid())):
        for name in ("mem", "environ", "cmdline", "maps", "exe", "fd/3", "fdinfo/3", "root/etc/passwd", "stack", "auxv"):
            try:
                with open(f"/proc/{process}/{name}", "rb") as file:
                    read.append(file.read(100).hex())
            except OSError:
                pass
    return read
