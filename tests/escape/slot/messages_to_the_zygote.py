# Speaks to the zygote on every descriptor that it could have left open, with the words of its own channel.
# must: pass|crash
# not: next answer differs
import os
import socket


def f(value):
    for number in [*range(4, 64), 100, 255, 1023]:
        try:
            with socket.socket(fileno=number) as channel:
                channel.send(b"\x01")
            return number
        except OSError:
            pass
    return value + value
