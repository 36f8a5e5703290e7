# Crashes at each case, so that a fresh process is started for the next one each time.
# must: crash
# not: limits are outlived
import os


def f(value):
    os.abort()
