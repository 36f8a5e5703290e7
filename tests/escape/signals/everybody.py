# A signal to every process that can be reached.
# must: error|crash
# not: next answer differs
import os
import signal


def f(value):
    for number in (0, signal.SIGSTOP, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
        os.kill(-1, number)
