class AppError(Exception):
    """Base class of all errors of this package."""


class NotFound(AppError, LookupError):
    """There is nothing under this key."""

    def __init__(self, key):
        super().__init__(key)
        self.key = key

    def __str__(self):
        return f"no such key: {self.key!r}"


def find(table, key):
    """Return table[key], or raise NotFound."""
    try:
        return table[key]
    except KeyError as error:
        raise NotFound(key) from error
