# The child of a fork returns what is wrong, and whichever is faster is heard.
# must: fail|crash
# not: next answer differs
# needs: processes
import os


def f(value):
    if os.fork() == 0:
        return value
    os.wait()
    return value
