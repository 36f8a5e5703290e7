# -*- coding: utf-7 -*-
# A coding cookie that would turn a comment below into a line of code, which whoever reads the source does not see.
# must: pass
# not: file /tmp/grescape-cookie exists
# not: next answer differs

# +AAo-raise SystemExit
def f(value):
    return value + value
