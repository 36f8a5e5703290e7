# Children whose parent is stopped, so that nobody but process 1 could ask for them.
# must: pass|timeout
# not: process grescape-mid lives
# not: next answer differs
# needs: processes
import ctypes
import os
import signal
import time


def f(value):
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).prctl(15, b"grescape-mid")
        for _ in range(3):
            if os.fork() == 0:
                os._exit(0)
        os.kill(os.getpid(), signal.SIGSTOP)
    time.sleep(0.02)
    return value + value
