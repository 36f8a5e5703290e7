def logged(function, log):
    def wrapper(*args, **kwargs):
        try:
            function(*args, **kwargs)
        except Exception as error:
            log.append((type(error).__name__, str(error)))
            raise

    return wrapper
