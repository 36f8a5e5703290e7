from contextlib import contextmanager


@contextmanager
def cd(state, path):
    previous = state["cwd"]
    state["cwd"] = path
    try:
        yield
    finally:
        state["cwd"] = previous
