# The check's own names, found through its module and through the frames of its examples, get other values.
# must: fail
# not: next answer differs
import sys


def f(value):
    frame = sys._getframe()
    while frame is not None:
        frame.f_globals["f"] = lambda value: 43
        frame.f_globals["seed"] = 0
        frame = frame.f_back
    for name in ("check", "answer", "__main__"):
        if name in sys.modules:
            sys.modules[name].__dict__["f"] = lambda value: 43
    return 41
