def logged(function, log):
    """Return a function like `function` that notes (class name, text) of each error in log."""

    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception as error:
            log.append((type(error).__name__, str(error)))
            raise

    return wrapper
