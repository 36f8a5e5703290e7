# A well-formed frame that claims the case gave nothing, raised nothing and printed nothing.
# must: fail|crash
# not: next answer differs
import os
import time


def f(value):
    for _ in range(3):
        os.write(3, b"\x05\x00\x00\x00" + b"\x03\x01\x00\x00\x00")
    time.sleep(1)
