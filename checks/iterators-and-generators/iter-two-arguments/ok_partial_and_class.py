from functools import partial


def read_blocks(file, size):
    """Return an iterator over blocks of at most size bytes until the file is at its end."""
    return iter(partial(file.read, size), b"")


class until:
    """Give what function() returns, up to the first value that equals last."""

    def __init__(self, function, last):
        self._function, self._last = function, last
        self._finished = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._finished:
            raise StopIteration
        value = self._function()
        if value == self._last:
            self._finished = True
            raise StopIteration
        return value
