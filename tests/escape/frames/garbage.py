# Writes garbage to every descriptor.
# must: crash
# not: next answer differs
import os


def f(value):
    for number in range(64):
        try:
            os.write(number, b"garbage" * 10)
        except OSError:
            pass
    return value + value
