# Children that are dead and never asked for, and one whose parent is dead as well.
# must: pass|error
# not: next answer differs
# needs: processes
import os
import time


def f(value):
    for _ in range(3):
        if os.fork() == 0:
            if os.fork() == 0:
                time.sleep(0.01)
            os._exit(0)
    time.sleep(0.05)
    return value + value
