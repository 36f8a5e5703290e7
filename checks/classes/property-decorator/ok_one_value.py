ABSOLUTE_ZERO = -273.15


class Temperature:
    """A temperature that can be read and set in two scales."""

    def __init__(self, celsius: float) -> None:
        self.celsius = celsius

    @property
    def celsius(self) -> float:
        return self._celsius

    @celsius.setter
    def celsius(self, degrees: float) -> None:
        if degrees < ABSOLUTE_ZERO:
            raise ValueError(f"below absolute zero: {degrees}")
        self._celsius = degrees

    @property
    def fahrenheit(self) -> float:
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, degrees: float) -> None:
        self.celsius = (degrees - 32) * 5 / 9
