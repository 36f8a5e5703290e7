# Pairs of sockets of other families than Unix.
# must: pass
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    pair = (ctypes.c_int * 2)()
    made = [family for family in range(50) if family != 1 and libc.socketpair(family, 1, 0, pair) == 0]
    return made or value + value
