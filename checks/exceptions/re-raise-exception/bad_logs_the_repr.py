def logged(function, log):
    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception as error:
            log.append((type(error).__name__, repr(error)))
            raise

    return wrapper
