class Countdown:
    def __init__(self, start, step=1):
        if step <= 0:
            raise ValueError("step must be positive")
        self.start = self.number = start
        self.step = step

    def __iter__(self):
        return self

    def __next__(self):
        if self.number <= 0:
            self.number = self.start
            raise StopIteration
        self.number -= self.step
        return self.number + self.step
