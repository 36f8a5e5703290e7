class AppError(Exception):
    pass


class NotFound(AppError, LookupError):
    def __init__(self, key):
        super().__init__(key)
        self.key = key

    def __str__(self):
        return f"no such key: {self.key!r}"


def find(table, key):
    value = table.get(key)
    if not value:
        raise NotFound(key)
    return value
