# Stands in a folder that no longer exists.
# must: pass
# not: next answer differs
import os


def f(value):
    os.chdir(os.environ["TMPDIR"])
    os.mkdir("gone")
    os.chdir("gone")
    os.rmdir("../gone")
    return value + value
