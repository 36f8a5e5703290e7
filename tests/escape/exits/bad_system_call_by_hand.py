# Sends itself the signal of the system-call filter: at most it blames itself.
# must: blocked
# not: next answer differs
import os
import signal


def f(value):
    os.kill(os.getpid(), signal.SIGSYS)
