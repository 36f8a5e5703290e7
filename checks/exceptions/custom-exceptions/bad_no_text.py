class AppError(Exception):
    pass


class NotFound(AppError, LookupError):
    def __init__(self, key):
        super().__init__()
        self.key = key


def find(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise NotFound(key) from error
