class RunningMean:
    """Keeps the mean itself and moves it towards each new number."""

    def __init__(self) -> None:
        self._mean = self.count = 0

    def __call__(self, number: float) -> float:
        self._mean += (number - self._mean) / (self.count + 1)
        self.count += 1
        return self._mean
