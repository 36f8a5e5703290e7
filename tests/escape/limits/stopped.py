# Stops itself: a stopped process uses no time, and answers no gentle signal.
# must: timeout
# not: limits are outlived
import os
import signal


def f(value):
    os.kill(os.getpid(), signal.SIGSTOP)
    return value + value
