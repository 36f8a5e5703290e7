# The process that receives SIGCHLD and SIGIO for others is process 1: floods it with children that end.
# must: pass|error
# not: next answer differs
# needs: processes
import os


def f(value):
    for _ in range(500):
        if os.fork() == 0:
            if os.fork() == 0:
                os._exit(0)
            os._exit(0)
        os.wait()
    return value + value
