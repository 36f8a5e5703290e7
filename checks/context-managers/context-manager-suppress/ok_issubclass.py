class suppress:
    """Suppress exceptions of the given classes; the last one is in `caught`."""

    caught = None

    def __init__(self, *exceptions):
        self.exceptions = exceptions

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, kind, error, traceback):
        handled = kind is not None and issubclass(kind, self.exceptions)
        if handled:
            self.caught = error
        return handled
