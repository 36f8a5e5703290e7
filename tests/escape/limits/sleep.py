# Uses no CPU at all.
# must: timeout
# not: limits are outlived
import time


def f(value):
    time.sleep(1000)
