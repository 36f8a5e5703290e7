# A large frame that comes byte by byte, so that every byte wakes the parent.
# must: timeout
# not: limits are outlived
import os


def f(value):
    os.write(3, b"\x00\x00\x3f\x00")
    while True:
        os.write(3, b"\x03")
