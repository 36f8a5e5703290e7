class RunningMean:
    def __init__(self):
        self.mean = None
        self.count = 0

    def __call__(self, number):
        self.mean = number / 1 if self.mean is None else (self.mean + number) / 2
        self.count += 1
        return self.mean
