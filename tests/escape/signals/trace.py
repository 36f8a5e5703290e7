# Traces process 1.
# must: blocked
# not: next answer differs
import ctypes

ATTACH, SEIZE = 16, 0x4206


def f(value):
    for request in (SEIZE, ATTACH):
        ctypes.CDLL(None).ptrace(request, 1, 0, 0)
