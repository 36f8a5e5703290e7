# Uses up process numbers as fast as it can, so that the number of another process would come again.
# must: timeout|pass|error
# not: next answer differs
# not: limits are outlived
# needs: processes
import os


def f(value):
    for _ in range(40_000):
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
    return value + value
