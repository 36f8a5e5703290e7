class RunningMean:
    def __init__(self):
        self.numbers = []

    @property
    def count(self):
        return len(self.numbers)

    def __call__(self, number):
        mean = (sum(self.numbers) + number) / (len(self.numbers) + 1)
        self.numbers.append(number)
        return mean
