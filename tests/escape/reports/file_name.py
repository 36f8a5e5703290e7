# The file is called like a command for a CI, with colours and markup in it.
# must: fail
# not: report shows "\x1b"
# not: report line begins "::error"
# not: report line begins "##["
# name: "\x1b[31m::error::a\x0a::error::b##[error]<script>&\xe2\x80\xae.py"
def f(value):
    return None
