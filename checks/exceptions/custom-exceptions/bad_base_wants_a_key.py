class AppError(Exception):
    def __init__(self, key):
        super().__init__(key)
        self.key = key

    def __str__(self):
        return f"no such key: {self.key!r}"


class NotFound(AppError, LookupError):
    pass


def find(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise NotFound(key) from error
