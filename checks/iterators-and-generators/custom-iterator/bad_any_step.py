class Countdown:
    def __init__(self, start, step=1):
        self.number, self.step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        if self.number <= 0:
            raise StopIteration
        number = self.number
        self.number -= self.step
        return number
