# The right number, as a subclass of int that could do anything when it is compared.
# must: fail
# not: next answer differs
class Number(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


def f(value):
    return Number(42)
