# A small frame that becomes a large one in memory: four million empty values.
# must: crash|fail
# not: limits are outlived
import os


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def f(value):
    example = varint(10_000) + b"\x00" * 10_000 + b"\x00\x00"
    body = b"\x03" + varint(400) + example * 400
    frame = len(body).to_bytes(4, "little") + body
    while frame:
        frame = frame[os.write(3, frame):]
    return value + value
