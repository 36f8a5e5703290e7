from contextlib import contextmanager


@contextmanager
def patched(obj, name, value):
    existed = name in vars(obj)
    old = vars(obj).get(name)
    setattr(obj, name, value)
    try:
        yield
    finally:
        delattr(obj, name)
        if existed:
            setattr(obj, name, old)
