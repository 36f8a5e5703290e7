# The line of the source that a syntax error shows is a command for a CI.
# must: error
# not: report line begins "::error"
::error file=a::b
