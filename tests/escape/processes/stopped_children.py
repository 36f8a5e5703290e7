# Children stop themselves and each other, in groups of their own.
# must: pass
# not: process grescape-stop lives
# not: next answer differs
# needs: processes
import ctypes
import os
import signal
import time


def f(value):
    for _ in range(3):
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            ctypes.CDLL(None).prctl(15, b"grescape-stop")
            os.kill(os.getpid(), signal.SIGSTOP)
            time.sleep(60)
        os.waitpid(child, os.WUNTRACED)
    return value + value
