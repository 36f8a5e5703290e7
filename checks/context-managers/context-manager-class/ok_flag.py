class Timer:
    """Measure how long a with block takes."""

    elapsed = None
    running = False

    def __init__(self, clock):
        self.clock = clock

    def __enter__(self):
        if self.running:
            raise RuntimeError("stop the timer first")
        self.running = True
        self.started = self.clock()
        return self

    def __exit__(self, *details):
        self.running = False
        self.elapsed = self.clock() - self.started
