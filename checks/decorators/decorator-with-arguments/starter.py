def retry(times, exceptions=(Exception,), pause=None):
    """Return a decorator that calls a function up to `times` times."""

    def decorate(function):
        return function

    return decorate
