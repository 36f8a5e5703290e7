def moving_sums(values, k):
    values = list(values)
    total = sum(values[:k])
    for place in range(k, len(values) + 1):
        yield total
        if place < len(values):
            total += values[place] - values[place - k]
