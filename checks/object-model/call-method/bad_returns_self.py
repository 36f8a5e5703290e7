class RunningMean:
    def __init__(self):
        self.total = 0
        self.count = 0

    def __call__(self, number):
        self.total += number
        self.count += 1
        self.mean = self.total / self.count
        return self
