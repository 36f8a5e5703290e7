# What is registered for the end of the interpreter prints, writes and leaves once more.
# must: error
# not: report shows "grescape-at-exit"
import atexit
import os


def last():
    print("grescape-at-exit", flush=True)
    os.write(3, b"grescape-at-exit")
    os._exit(0)


atexit.register(last)


def f(value):
    exit(0)
