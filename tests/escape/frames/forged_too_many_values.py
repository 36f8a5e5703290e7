# A frame whose list of values claims to be four billion long.
# must: crash
# not: limits are outlived
import os


def f(value):
    body = b"\x03\x01" + b"\xff\xff\xff\xff\x0f" + b"\x00" * 20
    os.write(3, len(body).to_bytes(4, "little") + body)
    return value + value
