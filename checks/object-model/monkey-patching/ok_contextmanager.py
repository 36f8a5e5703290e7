from contextlib import contextmanager


@contextmanager
def patched(obj, name: str, value):
    """For use with `with`: obj.name is value inside the block, and as before after it."""
    existed = name in vars(obj)
    old = vars(obj).get(name)
    setattr(obj, name, value)
    try:
        yield
    finally:
        if existed:
            setattr(obj, name, old)
        elif name in vars(obj):
            delattr(obj, name)
