class AppError(BaseException):
    pass


class NotFound(AppError):
    def __init__(self, key):
        super().__init__(key)
        self.key = key

    def __str__(self):
        return f"no such key: {self.key!r}"


def find(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise NotFound(key) from error
