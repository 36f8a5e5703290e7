# Half characters, which no encoding of text may hold, in values, keys and printed text.
# must: fail
# not: next answer differs
def f(value):
    print("\udc80\ud800")
    return {"\ud800": "\udfff", "a\udcff": b"\xff"}
