# Threads use every core at once, each for less than the limit.
# must: timeout
# not: limits are outlived
import threading


def spin():
    while True:
        pass


def f(value):
    for _ in range(100):
        threading.Thread(target=spin, daemon=True).start()
    spin()
