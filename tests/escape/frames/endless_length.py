# A frame that announces four gigabytes.
# must: crash
# not: limits are outlived
import os


def f(value):
    os.write(3, b"\xff\xff\xff\xff")
    return value + value
