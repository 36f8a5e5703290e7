# Both sides of a fork return: two processes go on with the same answer and the same channel.
# must: pass|crash|fail
# not: next answer differs
# needs: processes
import os


def f(value):
    os.fork()
    return value + value
