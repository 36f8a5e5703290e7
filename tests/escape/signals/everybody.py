# Signals to every process that can be reached: in a namespace all at once, elsewhere one by one and without effect.
# must: error|crash
# not: next answer differs
import os
import signal


def f(value):
    if os.getppid() != 1:
        reached = []
        for process in range(1, 70_000):
            try:
                os.kill(process, 0)
                reached.append(process)
            except OSError:
                pass
        if reached != [os.getpid()]:
            return reached
        raise PermissionError
    for number in (0, signal.SIGSTOP, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
        os.kill(-1, number)
