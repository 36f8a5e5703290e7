# A lease on a module: whoever opens it next would have to wait for this process.
# must: error
# not: next answer differs
import fcntl
import os


def f(value):
    file = os.open("/tmp/a", os.O_CREAT | os.O_RDWR)
    fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
    fcntl.fcntl(os.open("/tmp", os.O_RDONLY), fcntl.F_NOTIFY, 1)
    return value + value
