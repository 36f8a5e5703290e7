# Shuts its side of the channel down and stays.
# must: crash|timeout
# not: limits are outlived
import socket
import time


def f(value):
    channel = socket.socket(fileno=3)
    channel.shutdown(socket.SHUT_RDWR)
    time.sleep(60)
