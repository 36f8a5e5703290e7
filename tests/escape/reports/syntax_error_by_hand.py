# A syntax error that was made by hand: file, line, column and text are what the answer says.
# must: error
# not: report shows "\x1b"
# not: report line begins "::error"
def f(value):
    error = SyntaxError("\x1b[2J::error::a\n::error::b")
    error.filename, error.lineno, error.offset, error.text, error.msg = "answer.py", 4294967295, 4294967295, "\x1b", "\n::error::c"
    raise error
