# The sockets through which networks, audit and devices are set up.
# must: error
# not: next answer differs
# needs: loopback
import socket


def f(value):
    for protocol in range(32):
        try:
            socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
            return protocol
        except PermissionError:
            pass
    socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)
