# The list that is being encoded grows under the encoder when it asks for the name of a type.
# must: fail
# not: next answer differs
class Meta(type):
    def __getattribute__(cls, name):
        GROWING.clear()
        GROWING.extend([42] * 50_000)
        return type.__getattribute__(cls, name)


class Value(metaclass=Meta):
    pass


GROWING = [Value(), 1, 2, 3]


def f(value):
    return GROWING
