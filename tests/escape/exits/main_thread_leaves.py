# The main thread ends by the bare system call, and another thread goes on for ever.
# must: timeout
# not: limits are outlived
import ctypes
import threading


def spin():
    while True:
        pass


def f(value):
    threading.Thread(target=spin).start()
    ctypes.CDLL(None).syscall(60, 0)
