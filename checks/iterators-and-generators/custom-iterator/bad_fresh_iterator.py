class Countdown:
    def __init__(self, start, step=1):
        if step <= 0:
            raise ValueError("step must be positive")
        self.start, self.step = start, step

    def __iter__(self):
        return iter(range(self.start, 0, -self.step))
