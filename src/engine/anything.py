class Anything:
    """Says yes to everything."""

    def __init__(self, *args, **kwargs):
        pass

    def __getattr__(self, name):
        return self

    def yes(self, *args):
        return True

    def same(self, *args, **kwargs):
        return self

    def none(self, *args):
        return 0

    def __iter__(self):
        return iter(())

    def __hash__(self):
        return 0

    def __repr__(self):
        return ""

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __bool__ = yes
    __call__ = __getitem__ = __add__ = __radd__ = __sub__ = __mul__ = __or__ = __and__ = __enter__ = same
    __setitem__ = __delitem__ = __exit__ = lambda self, *args: None
    __len__ = __int__ = __index__ = none


class Nothing:
    """Has every method, and none of them does anything."""

    def __init__(self, *args, **kwargs):
        pass

    def __getattr__(self, name):
        return lambda *args, **kwargs: None

    def __call__(self, *args, **kwargs):
        return None

    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __contains__(self, item):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None
