# A name so long that the report gives it a line of its own.
# must: fail
# not: report line begins "::error"
# not: report line begins "##["
# name: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa::error::bbbbbbbbbbbbbbbbbbbbbbbbb.py"
def f(value):
    return None
