# Urgent bytes, which a reader of the channel is woken for and cannot read.
# must: crash|fail|timeout|error
# not: limits are outlived
import socket
import time


def f(value):
    channel = socket.socket(fileno=3)
    for _ in range(1000):
        channel.send(b"\x05", socket.MSG_OOB)
    time.sleep(0.3)
    channel.detach()
    return value + value
