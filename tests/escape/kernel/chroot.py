# Changes the root.
# must: blocked
# not: next answer differs
import os


def f(value):
    os.mkdir("/tmp/root")
    os.chroot("/tmp/root")
