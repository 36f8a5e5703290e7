# A thread writes one more frame after the last one was sent; on a busy machine it is not the last yet, and fails its own answer.
# must: pass|fail|crash
# not: next answer differs
import os
import threading
import time


def late():
    time.sleep(0.02)
    os.write(3, b"\x05\x00\x00\x00\x03\x01\x00\x00\x00" * 1000)


def f(value):
    threading.Thread(target=late, daemon=True).start()
    return value + value
