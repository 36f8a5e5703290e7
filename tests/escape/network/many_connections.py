# As many connections as descriptors allow, left half open, from a fixed port.
# must: pass|error
# not: port 47112 listens
# needs: loopback
import socket


def f(value):
    kept = []
    with socket.create_server(("127.0.0.1", 0), backlog=200) as server:
        try:
            while len(kept) < 50:
                kept.append(socket.create_connection(server.getsockname()))
        except OSError:
            pass
    return value + value
