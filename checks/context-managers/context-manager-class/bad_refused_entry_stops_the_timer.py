class Timer:
    def __init__(self, clock):
        self.clock = clock
        self.elapsed = None
        self._start = None

    def __enter__(self):
        running = self._start is not None
        self._start = self.clock()
        if running:
            raise RuntimeError("this timer is running already")
        return self

    def __exit__(self, kind, error, traceback):
        self.elapsed = self.clock() - self._start
        self._start = None
