def averager():
    """Answer each number that is sent with the mean of all numbers so far."""


def means(numbers):
    """Return the running means of numbers, found by an averager."""
