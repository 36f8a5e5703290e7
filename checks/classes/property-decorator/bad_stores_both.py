class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        self._celsius = degrees
        if "fahrenheit" not in vars(self):
            self.fahrenheit = degrees * 9 / 5 + 32
