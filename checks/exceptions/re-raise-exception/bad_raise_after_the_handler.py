def logged(function, log):
    def wrapper(*args, **kwargs):
        failed = None
        try:
            result = function(*args, **kwargs)
        except Exception as error:  # noqa: BLE001
            log.append((type(error).__name__, str(error)))
            failed = error.with_traceback(None)
        if failed:
            raise failed
        return result

    return wrapper
