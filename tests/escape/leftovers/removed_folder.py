# Stands in a folder that no longer exists.
# must: pass
# not: next answer differs
import os


def f(value):
    os.mkdir("/tmp/gone")
    os.chdir("/tmp/gone")
    os.rmdir("/tmp/gone")
    return value + value
