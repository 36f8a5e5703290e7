# Everything that is slow to end: full memory in every process, thousands of mappings, many descriptors.
# must: pass|memory|timeout|error|crash
# not: process grescape-slow lives
# not: next answer differs
# needs: processes
import ctypes
import mmap
import os
import time


def f(value):
    for _ in range(4):
        if os.fork() == 0:
            ctypes.CDLL(None).prctl(15, b"grescape-slow")
            kept = [bytearray(60_000_000)]
            kept += [mmap.mmap(-1, 4096, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS) for _ in range(5000)]
            time.sleep(60)
    time.sleep(0.2)
    return value + value
