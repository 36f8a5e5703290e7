# A frame with a value that is nested a hundred thousand deep, which the child's own encoder would refuse to make.
# must: fail|crash
# not: limits are outlived
import os
import time


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def f(value):
    for tag in range(16):
        value = bytes([tag, 1]) * 100_000
        body = b"\x03\x01\x01" + varint(len(value)) + value + b"\x00\x00"
        os.write(3, len(body).to_bytes(4, "little") + body)
    time.sleep(1)
