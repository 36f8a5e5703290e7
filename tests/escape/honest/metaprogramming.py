# Metaclasses, descriptors, code that is made from text, and a trace function that is taken away again.
# must: pass
import sys


class Meta(type):
    def __call__(cls, value):
        return super().__call__(value).result


class Double(metaclass=Meta):
    def __init__(self, value):
        self.result = eval("value + value", {"value": value})


def f(value):
    sys.settrace(lambda *arguments: None)
    sys.settrace(None)
    namespace = {}
    exec(compile("def g(value): return h(value)", "made", "exec"), {"h": Double}, namespace)
    return namespace["g"](value)
