# The names of the value's type are a million characters long, half characters, and no text at all.
# must: fail
# not: report shows "\xe2\x80\xae"
# not: next answer differs
class Value:
    pass


Value.__qualname__ = "builtins.int\u202e" * 100_000
Value.__module__ = 42


class Other:
    pass


Other.__qualname__ = "\ud800\x1b[2J"


def f(value):
    return [Value(), Other()]
