from contextlib import contextmanager


@contextmanager
def cd(state, path):
    previous = state["cwd"]
    state["cwd"] = path
    try:
        yield previous
    except Exception as error:  # noqa: BLE001
        print("failed:", error)
    state["cwd"] = previous
