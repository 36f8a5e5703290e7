def RunningMean():
    total = count = 0

    def mean(number):
        nonlocal total, count
        total += number
        count += 1
        return total / count

    return mean
