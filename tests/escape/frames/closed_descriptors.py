# Closes everything, and puts a file in the place of the channel.
# must: crash
# not: next answer differs
import os


def f(value):
    os.closerange(0, 64)
    os.open("/tmp/a", os.O_CREAT | os.O_RDWR)
    for number in range(1, 10):
        os.dup2(0, number)
    return value + value
