from contextlib import contextmanager


@contextmanager
def closing(thing):
    """Close a thing when the block is left."""
    try:
        yield thing
    finally:
        thing.close()
