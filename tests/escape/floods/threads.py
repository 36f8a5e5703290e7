# As many threads as there can be, all of them still there at the end.
# must: error
# not: next answer differs
import threading
import time


def f(value):
    while True:
        threading.Thread(target=time.sleep, args=(1000,)).start()
