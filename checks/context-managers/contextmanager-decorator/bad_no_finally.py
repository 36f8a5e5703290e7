from contextlib import contextmanager


@contextmanager
def cd(state, path):
    previous = state["cwd"]
    state["cwd"] = path
    yield previous
    state["cwd"] = previous
