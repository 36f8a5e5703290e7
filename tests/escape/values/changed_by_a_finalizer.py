# A finalizer runs while the dict that holds it is encoded, and changes the dict.
# must: fail|crash|error
# not: next answer differs
import gc

TABLE = {}


class Trap:
    def __init__(self):
        self.me = self

    def __del__(self):
        TABLE.update({object(): 1 for _ in range(1000)})


def f(value):
    gc.set_threshold(1)
    TABLE.update({number: [number, {number}] for number in range(1000)})
    for _ in range(100):
        Trap()
    return TABLE
