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

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32
