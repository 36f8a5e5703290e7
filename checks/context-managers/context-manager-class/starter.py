class Timer:
    """Measure how long a with block takes."""

    def __init__(self, clock):
        self.clock = clock

    def __enter__(self):
        ...

    def __exit__(self, kind, error, traceback):
        ...
