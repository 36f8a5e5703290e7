# A few hundred frames of random bytes with the right length each; the seed is the process id.
# must: crash|fail
# not: limits are outlived
import os
import random


def f(value):
    dice = random.Random(os.getpid())
    for _ in range(300):
        body = bytes([3]) + dice.randbytes(dice.randrange(1, 60))
        os.write(3, len(body).to_bytes(4, "little") + body)
    return value + value
