# Reads standard input, which has ended.
# must: pass
import sys


def f(value):
    try:
        input("more? ")
    except EOFError:
        pass
    assert sys.stdin.read() == "" and sys.stdin.readlines() == []
    return value + value
