# Uses two hundred megabytes and gives them back.
# must: pass
def f(value):
    block = bytearray(200_000_000)
    assert len(block)
    del block
    return value + value
