class RunningMean:
    total = 0
    count = 0

    def __call__(self, number):
        RunningMean.total += number
        RunningMean.count += 1
        return RunningMean.total / RunningMean.count
