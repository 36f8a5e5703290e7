from contextlib import contextmanager


@contextmanager
def closing(thing):
    yield thing
    thing.close()
