# Makes rules of Landlock, which a stronger layer might take for its own.
# must: pass
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    for call, arguments in ((444, (None, 0, 1)), (445, (3, 1, None, 0)), (446, (3, 0))):
        if libc.syscall(call, *arguments) >= 0:
            return call
    return value + value
