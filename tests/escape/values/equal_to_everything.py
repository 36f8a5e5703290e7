# A value that says it equals everything, shows itself as the right one and claims its type.
# must: fail
# not: next answer differs
class Same:
    __class__ = int

    def __eq__(self, other):
        return True

    def __repr__(self):
        return "42"

    __hash__ = None
    __str__ = __repr__
    __index__ = __int__ = lambda self: 42


def f(value):
    return Same()
