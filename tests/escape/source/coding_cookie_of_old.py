# -*- coding: latin-1 -*-
# A coding cookie that would change what the texts in the source are: the file is read as UTF-8 all the same.
# must: pass
# not: next answer differs

def f(value):
    assert len("é") == 1
    return value + value
