class Temperature:
    """A temperature that can be read and set in two scales."""

    def __init__(self, celsius: float) -> None:
        ...

    @property
    def celsius(self) -> float:
        ...
