# Each case stays below the limit of a case; forged frames would give it new ones.
# must: crash|timeout|fail
# not: limits are outlived
import os
import time


def f(value):
    while True:
        end = time.process_time() + 0.2
        while time.process_time() < end:
            pass
        os.write(3, b"\x05\x00\x00\x00\x03\x01\x00\x00\x00")
