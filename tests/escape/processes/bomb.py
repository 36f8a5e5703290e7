# Every process starts two.
# must: pass|error|timeout|crash
# not: process grescape-bomb lives
# not: limits are outlived
# not: next answer differs
# needs: processes
import ctypes
import os
import time


def f(value):
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(15, b"grescape-bomb")
        while True:
            try:
                os.fork()
            except OSError:
                time.sleep(0.001)
    return value + value
