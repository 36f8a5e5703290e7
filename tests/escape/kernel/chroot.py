# Changes the root.
# must: blocked
# not: next answer differs
import os


def f(value):
    os.mkdir("root")
    os.chroot("root")
