class suppress:
    """Suppress exceptions of the given classes; the last one is in `caught`."""

    def __init__(self, *exceptions):
        ...

    def __enter__(self):
        ...

    def __exit__(self, kind, error, traceback):
        ...
