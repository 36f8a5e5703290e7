class suppress:
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, kind, error, traceback):
        if not isinstance(error, self.exceptions):
            if error is not None:
                raise RuntimeError("not suppressed") from error
            return False
        self.caught = error
        return True
