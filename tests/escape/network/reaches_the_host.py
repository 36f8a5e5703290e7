# With a loopback of its own: the loopback of the host, other networks, broadcast, multicast.
# must: pass
# not: next answer differs
# needs: loopback
import socket


def f(value):
    reached = []
    for family, address in ((socket.AF_INET, ("10.0.0.1", 53)), (socket.AF_INET, ("8.8.8.8", 53)), (socket.AF_INET, ("224.0.0.1", 53)),
                            (socket.AF_INET, ("255.255.255.255", 53)), (socket.AF_INET6, ("fe80::1", 53)), (socket.AF_INET6, ("2001:db8::1", 53))):
        for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
            try:
                with socket.socket(family, kind) as client:
                    client.settimeout(0.1)
                    client.connect(address)
                    reached.append(address)
            except OSError:
                pass
    for port in (22, 80, 443, 5432, 6379, 8080, 2375):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                reached.append(port)
    return reached or value + value
