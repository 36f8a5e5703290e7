from contextlib import contextmanager


@contextmanager
def cd(state, path):
    """Be in path during a with block, and back afterwards; give the directory that was left."""
    previous = state["cwd"]
    state["cwd"] = path
    try:
        yield previous
    finally:
        state["cwd"] = previous
