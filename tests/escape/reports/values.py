# Values that draw, as texts, keys and bytes.
# must: fail
# not: report shows "\x1b"
# not: report line begins "::error"
# not: report line begins "##["
def f(value):
    return {"\x1b[31m\n::error::a": "\u202e##[error]", b"\x1b\n::error::b": "</failure><script>\x00\x9b"}
