# A server on a port and on an abstract name, left open, on the loopback that the question grants.
# must: pass
# not: port 47111 listens
# not: abstract socket grescape-listen exists
# not: next answer differs
# needs: loopback
import os
import socket

KEPT = []


def f(value):
    if not KEPT:
        tcp = socket.create_server(("127.0.0.1", 47111))
        unix = socket.socket(socket.AF_UNIX)
        unix.bind("\0grescape-listen")
        unix.listen()
        named = socket.socket(socket.AF_UNIX)
        named.bind("/tmp/socket")
        KEPT.extend([tcp, unix, named])
    return value + value
