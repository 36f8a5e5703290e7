"""Who may run while another thread holds the interpreter?"""
import contextlib
import sys
import threading
import time


def order_of_events(main_thread_does):
    log, gate = [], threading.Event()

    def worker():
        gate.wait()
        log.append("worker")

    thread = threading.Thread(target=worker)
    thread.start()
    gate.set()  # from here on the worker runs as soon as it gets the GIL
    main_thread_does(log)
    log.append("main")
    thread.join()
    return log


def compute(log):
    for _ in range(1_000_000):
        pass


def compute_until_worker_ran(log):
    while not log:
        pass


def sleep_until_worker_ran(log):
    while not log:
        time.sleep(0.001)


def two_deposits(guard, pause):
    balance = 0

    def deposit():
        nonlocal balance
        with guard:
            seen = balance
            pause()  # another thread may get its turn between reading and writing
            balance = seen + 10

    threads = [threading.Thread(target=deposit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return balance


print("this interpreter has a GIL:", getattr(sys, "_is_gil_enabled", lambda: True)())

usual = sys.getswitchinterval()
sys.setswitchinterval(1000)  # for the next two lines nobody is asked to let go
print("pure Python keeps it:", order_of_events(compute))
print("a blocking call gives it up:", order_of_events(sleep_until_worker_ran))
sys.setswitchinterval(usual)
print("every few ms a waiter gets it anyway:", order_of_events(compute_until_worker_ran))

together = threading.Barrier(2).wait
print("two deposits of 10, no lock:", two_deposits(contextlib.nullcontext(), together))
print("two deposits of 10, one lock:", two_deposits(threading.Lock(), lambda: time.sleep(0.01)))
