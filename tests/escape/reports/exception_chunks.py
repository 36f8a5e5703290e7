# A message so long that a row of the report begins where the answer wants it to.
# must: error
# not: report line begins "::error"
def f(value):
    raise ValueError("".join("x" * length + "::error::y" for length in range(40, 110)))
