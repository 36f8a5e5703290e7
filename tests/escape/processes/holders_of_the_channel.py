# Processes hold the channel open and write to it, after the answer itself has left.
# must: crash
# not: process grescape-hold lives
# not: limits are outlived
# needs: processes
import ctypes
import os
import time


def f(value):
    for _ in range(5):
        if os.fork() == 0:
            ctypes.CDLL(None).prctl(15, b"grescape-hold")
            time.sleep(0.05)
            while True:
                os.write(3, b"\x05\x00\x00\x00\x03\x01\x00\x00\x00")
    os._exit(0)
