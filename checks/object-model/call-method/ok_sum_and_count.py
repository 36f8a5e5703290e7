class RunningMean:
    """Called with numbers, one by one, it returns the mean of all so far."""

    def __init__(self) -> None:
        self._sum = 0
        self.count = 0

    def __call__(self, number: float) -> float:
        self._sum += number
        self.count += 1
        return self._sum / self.count
