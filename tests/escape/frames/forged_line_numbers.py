# An exception whose lines are far beyond the end of the file, in a function with an odd name.
# must: error
# not: report shows "\x1b"
# not: next answer differs
def g():
    raise ValueError("far away")


def f(value):
    code = g.__code__.replace(co_firstlineno=2**31 - 10, co_qualname="g\x1b[2J\n::error::g", co_filename="answer.py")
    exec(code)
