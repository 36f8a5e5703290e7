from contextlib import contextmanager

saved = {}


@contextmanager
def patched(obj, name, value):
    saved[name] = (name in vars(obj), vars(obj).get(name))
    setattr(obj, name, value)
    try:
        yield
    finally:
        existed, old = saved[name]
        if existed:
            setattr(obj, name, old)
        elif name in vars(obj):
            delattr(obj, name)
