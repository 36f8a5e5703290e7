class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, degrees):
        self._celsius = degrees
        if self._celsius < -273.15:
            raise ValueError(degrees)

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, degrees):
        self.celsius = (degrees - 32) * 5 / 9
