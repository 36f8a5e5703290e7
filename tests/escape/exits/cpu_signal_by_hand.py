# Sends itself the signal of a CPU limit.
# must: timeout
# not: next answer differs
import os
import signal


def f(value):
    os.kill(os.getpid(), signal.SIGXCPU)
