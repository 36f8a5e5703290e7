# Stores text in a keyring of the user, which outlives the process.
# must: blocked
# not: next answer differs
import ctypes


def f(value):
    return ctypes.CDLL(None).syscall(248, b"user", b"grescape", b"42", 2, -4)
