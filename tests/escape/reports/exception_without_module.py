# A class of exceptions in no module, whose name begins a line.
# must: error
# not: report line begins "::error"
# not: report line begins "##["
Odd = type("::error::a", (Exception,), {"__module__": "builtins"})


def f(value):
    raise Odd
