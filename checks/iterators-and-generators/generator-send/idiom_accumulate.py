from itertools import accumulate


def averager():
    """Answer each number that is sent with the mean of all numbers so far."""
    total, count, mean = 0, 0, None
    while True:
        number = yield mean
        if number is not None:
            total += number
            count += 1
            mean = total / count


def means(numbers):
    """Return the running means of numbers."""
    return [total / count for count, total in enumerate(accumulate(numbers), start=1)]
