class Timer:
    def __init__(self, clock):
        self.clock = clock
        self.elapsed = None
        self.running = False
        self._start = self.clock()

    def __enter__(self):
        if self.running:
            raise RuntimeError("this timer is running already")
        self.running = True
        return self

    def __exit__(self, kind, error, traceback):
        self.elapsed = self.clock() - self._start
        self.running = False
