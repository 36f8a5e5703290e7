# Says once more that every layer is in place, and that one of them is not.
# must: crash
# not: next answer differs
import os


def f(value):
    os.write(3, b"\x02\x00\x00\x00\x00\x00" + b"\x03\x00\x00\x00\x01\x00\x00")
    return value + value
