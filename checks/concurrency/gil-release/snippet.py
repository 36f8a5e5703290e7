import sys
import threading
import time


def race(interval, step):
    sys.setswitchinterval(interval)
    go = threading.Event()
    worker = threading.Thread(target=go.wait)
    worker.start()
    go.set()
    step()
    print("waiting" if worker.is_alive() else "done")


race(1000, lambda: [None for _ in range(10**6)])
race(1000, lambda: sorted(range(10**6)))
race(1000, lambda: time.sleep(0.5))
race(0.005, lambda: [None for _ in range(5 * 10**6)])
