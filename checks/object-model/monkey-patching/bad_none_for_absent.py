from contextlib import contextmanager


@contextmanager
def patched(obj, name, value):
    old = vars(obj).get(name)
    setattr(obj, name, value)
    try:
        yield
    finally:
        setattr(obj, name, old)
