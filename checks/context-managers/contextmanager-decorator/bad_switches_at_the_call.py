from contextlib import contextmanager


def cd(state, path):
    previous = state["cwd"]
    state["cwd"] = path

    @contextmanager
    def manager():
        try:
            yield previous
        finally:
            state["cwd"] = previous

    return manager()
