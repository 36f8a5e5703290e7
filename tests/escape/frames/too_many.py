# Empty frames without end.
# must: crash
# not: limits are outlived
import os


def f(value):
    while True:
        os.write(3, b"\x00\x00\x00\x00" * 1000)
