# Prints without end past Python's streams, to every descriptor that takes it.
# must: output-limit|timeout|crash
# not: limits are outlived
import os


def f(value):
    while True:
        for number in (1, 2, 3):
            os.write(number, b"\x00\x00\x3f\x00" + b"x" * 60_000)
