# Names that the compiler normalises to others: a fullwidth `print`, a ligature.
# must: fail
# not: next answer differs
def f(value):
    ﬁ = value
    ｐｒｉｎｔ(fi)
