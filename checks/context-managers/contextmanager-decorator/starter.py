from contextlib import contextmanager


@contextmanager
def cd(state, path):
    """Be in path during a with block, and back afterwards; give the directory that was left."""
    yield
