# The function in the traceback has a name that draws.
# must: error
# not: report shows "\x1b"
# not: report shows "##[error]"
# not: report line begins "::error"
def g():
    raise ValueError


g.__code__ = g.__code__.replace(co_name="\x1b[31m\n::error::a", co_qualname="\x1b[31m\n::error::a##[error]b")


def f(value):
    g()
