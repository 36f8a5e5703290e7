from contextlib import contextmanager


@contextmanager
def noting(log):
    """Note (class name, text) of an error that passes through the block."""
    try:
        yield
    except Exception as error:
        log.append((type(error).__name__, str(error)))
        raise


def logged(function, log):
    """Return a function like `function` that notes (class name, text) of each error in log."""
    return noting(log)(function)
