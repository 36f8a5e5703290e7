class suppress:
    """Suppress exceptions of the given classes; the last one is in `caught`."""

    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, kind, error, traceback):
        if not isinstance(error, self.exceptions):
            return False
        self.caught = error
        return True
