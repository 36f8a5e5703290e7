def moving_sums(values, k):
    """Yield the sum of each window of k neighbouring values."""
    ring, total = [0] * k, 0
    for place, value in enumerate(values):
        total += value - ring[place % k]
        ring[place % k] = value
        if place >= k - 1:
            yield total
