def moving_sums(values, k):
    """Yield the sum of each window of k neighbouring values."""
