# Raw sockets, and protocols whose modules the kernel would load when they are asked for.
# must: pass
# not: next answer differs
# needs: loopback
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    made = []
    for family in range(50):
        for kind in range(1, 11):
            for protocol in (0, 1, 2, 33, 41, 47, 50, 58, 89, 108, 115, 132, 136, 255, 256, 262):
                handle = libc.socket(family, kind, protocol)
                if handle >= 0:
                    libc.close(handle)
                    made.append((family, kind, protocol))
    # Streams and datagrams of the internet, and the three kinds of Unix.
    known = {(2, 1, 0), (2, 2, 0), (10, 1, 0), (10, 2, 0), (1, 1, 0), (1, 2, 0), (1, 5, 0), (1, 3, 0), (1, 1, 1), (1, 2, 1), (1, 5, 1)}
    return sorted(set(made) - known) or value + value
