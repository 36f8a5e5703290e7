# Children in groups of their own, stopped, continued and left as orphans, which makes the kernel send signals to groups.
# must: pass
# not: process grescape-group lives
# not: next answer differs
# needs: processes
import ctypes
import os
import signal
import time


def f(value):
    if os.fork() == 0:
        os.setpgid(0, 0)
        ctypes.CDLL(None).prctl(15, b"grescape-group")
        child = os.fork()
        if child == 0:
            os.kill(os.getpid(), signal.SIGSTOP)
            time.sleep(60)
        os.waitpid(child, os.WUNTRACED)
        os._exit(0)
    os.wait()
    return value + value
