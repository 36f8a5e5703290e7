# Enters a namespace through a descriptor.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).setns(0, 0)
