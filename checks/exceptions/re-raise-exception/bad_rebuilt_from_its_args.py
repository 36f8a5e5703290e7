def logged(function, log):
    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception as error:  # noqa: BLE001
            log.append((type(error).__name__, str(error)))
            raise type(error)(*error.args)

    return wrapper
