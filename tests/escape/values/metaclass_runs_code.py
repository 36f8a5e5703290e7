# A metaclass that answers for its classes: code of the answer would run while a value of them is encoded.
# must: fail
# not: report shows "grescape-ran"
# not: next answer differs
import sys


class Meta(type):
    def __getattribute__(cls, name):
        print("grescape-ran")
        sys.displayhook(42)
        raise KeyboardInterrupt


class Value(metaclass=Meta):
    pass


VALUE = Value()


def f(value):
    return VALUE
