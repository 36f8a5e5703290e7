# Leaves with success while it is loaded.
# must: crash
# not: next answer differs
import os

os._exit(0)


def f(value):
    return value + value
