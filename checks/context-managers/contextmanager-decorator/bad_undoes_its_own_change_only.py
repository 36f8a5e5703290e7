from contextlib import contextmanager


@contextmanager
def cd(state, path):
    previous = state["cwd"]
    state["cwd"] = path
    try:
        yield previous
    finally:
        if state["cwd"] == path:
            state["cwd"] = previous
