class Countdown:
    """Give start, start - step and so on, as long as they are positive."""

    def __init__(self, start: int, step: int = 1) -> None:
        if step <= 0:
            raise ValueError("step must be positive")
        self._number = start
        self._step = step

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self._number <= 0:
            raise StopIteration
        number = self._number
        self._number -= self._step
        return number
