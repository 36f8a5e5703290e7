from contextlib import contextmanager


@contextmanager
def patched(obj, name, value):
    existed = name in vars(obj)
    old = vars(obj).get(name)
    setattr(obj, name, value)
    yield
    if existed:
        setattr(obj, name, old)
    elif name in vars(obj):
        delattr(obj, name)
