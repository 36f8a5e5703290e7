# Loads once and fails to load the second time, when a crash has made a fresh process necessary.
# must: crash|error
# not: next answer differs
import os

if os.getpid() % 2:
    raise ValueError


def f(value):
    os._exit(0)
