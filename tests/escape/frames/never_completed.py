# A frame whose last byte never comes.
# must: timeout
# not: limits are outlived
import os
import time


def f(value):
    os.write(3, b"\x05\x00\x00\x00\x03")
    time.sleep(60)
