# The answer returns at once, and threads that nobody waits for go on.
# must: pass
# not: next answer differs
# not: limits are outlived
import threading
import time


def stay():
    while True:
        time.sleep(0.001)


def f(value):
    threading.Thread(target=stay).start()
    return value + value
