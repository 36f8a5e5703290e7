# Names process 1 as the one who is told about a descriptor that the next answer shares.
# must: error
# not: next answer differs
import fcntl


def f(value):
    fcntl.fcntl(0, fcntl.F_SETOWN, 1)
    return fcntl.fcntl(0, fcntl.F_GETOWN)
