# Connects to the host: its loopback, its address, a name server, a socket of a service.
# must: error
# not: next answer differs
import socket


def f(value):
    for address in ("127.0.0.1", "10.0.0.1", "8.8.8.8", "169.254.169.254", "::1", "localhost"):
        try:
            socket.create_connection((address, 80), timeout=0.2)
        except OSError:
            pass
    socket.create_connection(("127.0.0.1", 22))
