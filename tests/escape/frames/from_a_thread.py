# A thread goes on writing frames while the runner writes its own.
# must: crash|fail
# not: next answer differs
import os
import threading


def write():
    while True:
        os.write(3, b"\x04\x00\x00\x00\x03\x00\x00\x00")


def f(value):
    threading.Thread(target=write, daemon=True).start()
    return [value] * 90_000
