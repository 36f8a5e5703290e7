class AppError(Exception):
    pass


class NotFound(AppError, LookupError):
    def __init__(self, key):
        super().__init__(key)
        self.key = key

    def __str__(self):
        return "no such key: %s" % self.key  # noqa: UP031


def find(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise NotFound(key) from error
