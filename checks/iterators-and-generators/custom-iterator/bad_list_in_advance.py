class Countdown:
    def __init__(self, start, step=1):
        if step <= 0:
            raise ValueError("step must be positive")
        self.numbers = []
        while start > 0:
            self.numbers.append(start)
            start -= step
        self.numbers.reverse()

    def __iter__(self):
        return self

    def __next__(self):
        if not self.numbers:
            raise StopIteration
        return self.numbers.pop()
