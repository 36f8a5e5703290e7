# Changes how all that follows would be compiled, if flags were inherited.
# must: error|fail
# not: next answer differs
from __future__ import annotations, barry_as_FLUFL


def f(value):
    return 1 <> 2
