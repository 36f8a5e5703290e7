class Countdown:
    """Give start, start - step and so on, as long as they are positive."""

    def __init__(self, start: int, step: int = 1) -> None:
        ...
