# The message of an exception: colours, a bell, a new title for the terminal, another direction, commands for a CI.
# must: error
# not: report shows "\x1b"
# not: report shows "\x07"
# not: report shows "\xc2\x9b"
# not: report shows "##[error]"
# not: report line begins "::error"
# not: report line begins "##["
def f(value):
    raise ValueError("\x1b[31mred\x1b]0;title\x07\n::error file=a::b\n  ::stop-commands::c\n##[error]d\r\nlast \u202e \x9b31m \x7f")
