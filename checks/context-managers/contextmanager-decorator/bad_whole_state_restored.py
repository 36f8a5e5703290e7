from contextlib import contextmanager


@contextmanager
def cd(state, path):
    saved = dict(state)
    state["cwd"] = path
    try:
        yield saved["cwd"]
    finally:
        state.clear()
        state.update(saved)
