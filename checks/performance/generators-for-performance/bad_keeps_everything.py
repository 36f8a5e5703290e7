def moving_sums(values, k):
    seen, total = [], 0
    for value in values:
        seen.append(value)
        total += value
        if len(seen) >= k:
            yield total
            total -= seen[-k]
