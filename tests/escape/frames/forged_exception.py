# A frame with an exception whose texts and lines no interpreter would give: control characters, and line four billion.
# must: crash|error
# not: report shows "\x1b"
# not: report line begins "::error"
import os
import time


def text(content):
    return bytes([len(content)]) + content


def f(value):
    name = text(b"\x1b[31m\r\n::error::x")
    body = b"\x03\x01\x00\x00\x01" + name + name + b"\x01" + b"\xff\xff\xff\xff\x0f" * 2 + name
    os.write(3, len(body).to_bytes(4, "little") + body)
    time.sleep(0.2)
