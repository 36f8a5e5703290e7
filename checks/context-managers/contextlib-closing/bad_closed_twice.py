from contextlib import contextmanager


@contextmanager
def closing(thing):
    try:
        yield thing
    except Exception:
        thing.close()
        raise
    finally:
        thing.close()
