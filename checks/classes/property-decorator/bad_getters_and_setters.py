class Temperature:
    def __init__(self, celsius):
        self.set_celsius(celsius)

    def get_celsius(self):
        return self._celsius

    def set_celsius(self, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        self._celsius = degrees

    def get_fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    def set_fahrenheit(self, degrees):
        self.set_celsius((degrees - 32) * 5 / 9)
