from contextlib import contextmanager


@contextmanager
def cd(state, path):
    previous = state["cwd"]
    state["cwd"] = path
    try:
        yield previous
    except (LookupError, ValueError):
        yield previous
    finally:
        state["cwd"] = previous
