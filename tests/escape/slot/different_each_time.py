# Behaves by the number of its process: right in one, wrong in another, gone in a third.
# must: fail|crash|error
# not: next answer differs
import os

WAY = os.getpid() % 3


def f(value):
    if isinstance(value, list):
        os.abort()
    return value + value if WAY else 42
