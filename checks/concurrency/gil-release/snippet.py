import sys
import threading
import time


def race(step, times, interval=1000):
    sys.setswitchinterval(interval)
    log, go = [], threading.Event()
    worker = threading.Thread(target=lambda: (go.wait(), log.append("worker")))
    worker.start()
    go.set()
    for _ in range(times):
        if log:
            break
        step()
    log.append("main")
    worker.join()
    print(log)


race(lambda: None, 10**6)
race(lambda: sorted(range(10**6)), 1)
race(lambda: time.sleep(0.001), 10**4)
race(lambda: threading.Event().wait(0.001), 10**4)
race(lambda: None, 10**8, interval=0.005)
