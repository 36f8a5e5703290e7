from contextlib import contextmanager


@contextmanager
def patched(obj, name, value):
    before = dict(vars(obj))
    setattr(obj, name, value)
    try:
        yield
    finally:
        for other in set(vars(obj)) - set(before):
            delattr(obj, other)
        for other, old in before.items():
            if vars(obj).get(other, before) is not old:
                setattr(obj, other, old)
