# A daemon: forks twice, leaves its group, closes everything, ignores every signal, and stays.
# must: pass
# not: process grescape-daemon lives
# not: file /tmp/grescape-daemon exists
# not: next answer differs
# needs: processes
import ctypes
import os
import signal
import time


def f(value):
    if os.fork() == 0:
        for step in (os.setsid, os.setpgrp):
            try:
                step()
            except OSError:
                pass
        if os.fork() == 0:
            os.closerange(0, 64)
            for number in range(1, 65):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except (OSError, ValueError):
                    pass
            ctypes.CDLL(None).prctl(15, b"grescape-daemon")
            while True:
                time.sleep(0.01)
                open("/tmp/grescape-daemon", "w").close()
        os._exit(0)
    os.wait()
    return value + value
