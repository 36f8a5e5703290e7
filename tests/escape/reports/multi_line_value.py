# A text of many lines, each of which a CI would obey.
# must: fail
# not: report line begins "::error"
# not: report line begins "##["
def f(value):
    return "\n".join(["::error::a", "##[error]b"] * 20) if value == 21 else value * 2 + "\n::error::c"
