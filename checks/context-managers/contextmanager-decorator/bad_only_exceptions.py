from contextlib import contextmanager


@contextmanager
def cd(state, path):
    previous = state["cwd"]
    state["cwd"] = path
    try:
        yield previous
    except Exception:
        state["cwd"] = previous
        raise
    else:
        state["cwd"] = previous
