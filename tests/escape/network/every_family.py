# A socket of every family and type, without a loopback.
# must: pass
# not: port 47113 listens
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    made = [(family, kind) for family in range(50) for kind in (1, 2, 3, 4, 5, 6, 10) if libc.socket(family, kind, 0) >= 0]
    return made or value + value
