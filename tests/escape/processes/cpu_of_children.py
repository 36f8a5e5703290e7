# Children use the CPU while the answer only waits for them.
# must: timeout
# not: process grescape-spin lives
# not: limits are outlived
# needs: processes
import ctypes
import os


def f(value):
    for _ in range(2):
        if os.fork() == 0:
            ctypes.CDLL(None).prctl(15, b"grescape-spin")
            while True:
                pass
    os.wait()
