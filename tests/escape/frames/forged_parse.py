# Sends the frame of the loader that parses checks, as if expected output could be told that way.
# must: crash
# not: next answer differs
import os


def f(value):
    os.write(3, b"\x06\x00\x00\x00\x05\x00\x00\x00\x00\x00")
    return value + value
