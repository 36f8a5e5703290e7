import contextlib


@contextlib.contextmanager
def cd(state, path):
    """Be in path during a with block, and back afterwards; give the directory that was left."""
    previous = state["cwd"]
    with contextlib.ExitStack() as stack:
        stack.callback(state.update, cwd=previous)
        state["cwd"] = path
        yield previous
