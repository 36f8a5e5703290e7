# A class of exceptions whose name is a line of a CI log.
# must: error
# not: report shows "\x1b"
# not: report line begins "::error"
# not: report line begins "##["
class Odd(Exception):
    pass


Odd.__qualname__ = "::error::a\n::error::b\x1b[2J##[error]c"
Odd.__module__ = "\n::error::d"
Odd.__name__ = "::error::e"


def f(value):
    raise Odd("##[error]f")
