# Prints while it thinks, to both streams and past them.
# must: pass
import os
import sys


def f(value):
    print("thinking about", value, "\U0001f40d \x1b[1m", end="\r", flush=True)
    print("more", file=sys.stderr)
    sys.stdout.buffer.write(b"bytes\xff")
    os.write(1, b"below\n")
    return value + value
