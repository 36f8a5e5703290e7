from contextlib import contextmanager


@contextmanager
def patched(obj, name, value):
    setattr(obj, name, value)
    try:
        yield
    finally:
        if name in vars(obj):
            delattr(obj, name)
