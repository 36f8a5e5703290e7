import doctest
import sys


def display(value):
    if value is not None:
        print(repr(value))


sys.__displayhook__ = display
test = doctest.DocTestParser().get_doctest(BLOCK, {"__name__": "__main__"}, "model answer", None, 0)
doctest.DocTestRunner(verbose=False).run(test)
