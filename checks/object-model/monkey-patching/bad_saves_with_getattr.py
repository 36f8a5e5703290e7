from contextlib import contextmanager


@contextmanager
def patched(obj, name, value):
    existed = hasattr(obj, name)
    old = getattr(obj, name, None)
    setattr(obj, name, value)
    try:
        yield
    finally:
        if existed:
            setattr(obj, name, old)
        elif hasattr(obj, name):
            delattr(obj, name)
