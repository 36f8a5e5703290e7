class RunningMean:
    """Called with numbers, one by one, it returns the mean of all so far."""

    def __init__(self) -> None:
        ...
