class AppError(Exception):
    """Base class of all errors of this package."""


class NotFound(AppError, LookupError):
    """There is nothing under this key."""

    def __init__(self, key):
        super().__init__(f"no such key: {key!r}")
        self.key = key

    def __reduce__(self):
        return type(self), (self.key,)


def find(table, key):
    """Return table[key], or raise NotFound."""
    try:
        return table[key]
    except KeyError as error:
        raise NotFound(key) from error
