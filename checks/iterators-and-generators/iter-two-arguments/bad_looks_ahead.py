def read_blocks(file, size):
    """Yield blocks of at most size bytes until the file is at its end."""
    yield from iter(lambda: file.read(size), b"")


def until(function, last):
    """Yield what function() returns, up to the first value that equals last."""
    value = function()
    while value != last:
        following = function()
        yield value
        value = following
