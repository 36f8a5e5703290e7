# Options on the channel: no buffer, a time limit on reading, credentials with every byte.
# must: pass
# not: next answer differs
import socket


def f(value):
    channel = socket.socket(fileno=3)
    for option, setting in ((socket.SO_SNDBUF, 1), (socket.SO_RCVBUF, 1), (socket.SO_PASSCRED, 1), (socket.SO_KEEPALIVE, 1)):
        channel.setsockopt(socket.SOL_SOCKET, option, setting)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\xff\xff\x00\x00")
    channel.detach()
    return value + value
