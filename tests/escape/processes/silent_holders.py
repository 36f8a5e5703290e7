# Processes hold the channel open and say nothing, after the answer itself has left.
# must: crash|timeout
# not: process grescape-silent lives
# not: limits are outlived
# needs: processes
import ctypes
import os
import time


def f(value):
    for _ in range(5):
        if os.fork() == 0:
            ctypes.CDLL(None).prctl(15, b"grescape-silent")
            time.sleep(60)
    os._exit(0)
