def logged(function, log):
    def wrapper(*args):
        try:
            return function(*args)
        except Exception as error:
            log.append((type(error).__name__, str(error)))
            raise

    return wrapper
