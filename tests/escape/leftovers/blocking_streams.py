# Flags of the standard streams, which belong to the open file and not to the process.
# must: pass
# not: next answer differs
import os


def f(value):
    for number in range(4):
        os.set_blocking(number, False)
    for number in range(3):
        os.lseek(number, 4711, os.SEEK_SET)
    return value + value
