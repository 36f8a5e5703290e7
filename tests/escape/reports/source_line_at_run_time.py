# The line that an exception went through is a command for a CI, in the middle of a statement.
# must: error
# not: report line begins "::error"
# not: report shows "##[error]"
def f(value):
    return (
        value[
::1 // (value != value)]  # ::error::a ##[error]b
    )
