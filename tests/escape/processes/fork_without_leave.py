# Starts a process where the question does not ask for any.
# must: error
# not: process grescape-fork lives
import os


def f(value):
    if os.fork() == 0:
        with open("/proc/self/comm", "w") as file:
            file.write("grescape-fork")
    return value + value
