# Raises its own limits as far as the kernel lets it, and those of process 1 and of its parent.
# must: error|fail|pass
# not: next answer differs
import ctypes
import os
import resource

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    for name in dir(resource):
        if name.startswith("RLIMIT_"):
            for limit in (resource.RLIM_INFINITY, 1 << 40):
                try:
                    resource.setrlimit(getattr(resource, name), (limit, limit))
                    return name
                except (ValueError, OSError):
                    pass
            for process in (1, os.getppid(), -1):
                pair = (ctypes.c_uint64 * 2)(1, 1)
                if libc.prlimit(process, getattr(resource, name), pair, None) == 0:
                    return name
    return value + value
