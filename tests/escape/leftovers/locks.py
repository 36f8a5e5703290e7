# Locks on what all answers share: the null device, modules, shared libraries.
# must: pass
# not: next answer differs
import ctypes
import fcntl
import os

KEPT = []


def f(value):
    if KEPT:
        return value + value
    for number in range(3):
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    for path in (os.__file__, ctypes.__file__, "/dev/zero"):
        file = open(path, "rb")
        KEPT.append(file)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    return value + value
