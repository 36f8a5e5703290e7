# Waits in the kernel for something that never comes, with every signal blocked.
# must: timeout
# not: limits are outlived
import signal
import threading

signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def f(value):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
