from functools import partial


def read_blocks(file, size):
    """Return an iterator over blocks of at most size bytes until the file is at its end."""
    return iter(partial(file.read, size), b"")


def until(function, last):
    """Return an iterator over what function() returns, up to the first value that equals last."""
    return iter(function, last)
