# Sends descriptors to the parent, whose table would fill, and whose closing of them would linger.
# must: error
# not: next answer differs
import array
import os
import socket

CHANNEL = socket.socket(fileno=3)


def f(value):
    handles = array.array("i", [os.open("/dev/null", os.O_RDONLY) for _ in range(50)])
    CHANNEL.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, handles)])
