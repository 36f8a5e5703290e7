# An object whose class is assigned afterwards, and a class whose class claims to be int's.
# must: fail|error
# not: next answer differs
class Meta(type):
    def __eq__(cls, other):
        return True

    def __instancecheck__(cls, instance):
        return True

    __hash__ = type.__hash__


class A:
    pass


class B(metaclass=Meta):
    __slots__ = ("__dict__", "__weakref__")

    def __eq__(self, other):
        return True


B.__name__ = B.__qualname__ = "int"
B.__module__ = "builtins"


def f(value):
    a = A()
    a.__class__ = B
    return a
