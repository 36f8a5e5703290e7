from contextlib import contextmanager


@contextmanager
def closing(thing):
    if hasattr(thing, "__enter__"):
        with thing:
            yield thing
        return
    try:
        yield thing
    finally:
        thing.close()
