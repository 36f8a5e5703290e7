# As long as the name of the value's type is asked for, nothing else happens.
# must: fail
# not: limits are outlived
class Meta(type):
    def __getattribute__(cls, name):
        while True:
            pass


class Value(metaclass=Meta):
    pass


VALUE = Value()


def f(value):
    return [VALUE, value]
