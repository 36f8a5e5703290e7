# Kills itself with the signal that the runner uses at a deadline.
# must: crash
# not: next answer differs
import os
import signal


def f(value):
    os.kill(os.getpid(), signal.SIGKILL)
