# One file past the limit of a file, with the signal for it set to do what it would do by itself.
# must: crash|error
# not: next answer differs
import os
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_DFL)


def f(value):
    file = os.open("/tmp/a", os.O_CREAT | os.O_WRONLY)
    os.pwrite(file, b"x", 1 << 40)
