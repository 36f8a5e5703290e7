# Every option of prctl that does not concern the name of a thread: none is what an answer needs.
# must: pass
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
# Names, and what only reads.
HARMLESS = {2, 3, 7, 15, 16, 21, 23, 25, 27, 30, 34, 37, 39, 40, 42}


def f(value):
    worked = []
    for option in [*range(1, 80), 0x53564D41, 0x59616D61, 0x4D444D41]:
        if option not in HARMLESS and libc.prctl(option, ctypes.c_ulong(1), ctypes.c_ulong(0), 0, 0) >= 0:
            worked.append(option)
    return worked or value + value
