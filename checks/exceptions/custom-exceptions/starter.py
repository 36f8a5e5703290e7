class AppError(Exception):
    """Base class of all errors of this package."""


class NotFound(AppError):
    """There is nothing under this key."""


def find(table, key):
    """Return table[key], or raise NotFound."""
