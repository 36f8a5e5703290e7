# A process that is replaced by its own child all the time, so that a signal to it comes too late.
# must: pass
# not: process grescape-hop lives
# not: next answer differs
# needs: processes
import ctypes
import os
import signal


def f(value):
    if os.fork() == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        ctypes.CDLL(None).prctl(15, b"grescape-hop")
        while True:
            try:
                if os.fork():
                    os._exit(0)
            except OSError:
                pass
    return value + value
