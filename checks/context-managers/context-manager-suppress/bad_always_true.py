class suppress:
    def __init__(self, *exceptions):
        self.exceptions = exceptions
        self.caught = None

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, kind, error, traceback):
        self.caught = error
        return True
