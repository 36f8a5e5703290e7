class Timer:
    def __init__(self, clock):
        self.clock = clock
        self.elapsed = None
        self._start = None

    def __enter__(self):
        if self._start is not None:
            raise RuntimeError("this timer is running already")
        self._start = self.clock()
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self.elapsed = self.clock() - self._start
        self._start = None
