# Two hundred threads at the same time.
# must: pass
import threading
import time


def f(value):
    threads = [threading.Thread(target=time.sleep, args=(0.02,)) for _ in range(200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return value + value
