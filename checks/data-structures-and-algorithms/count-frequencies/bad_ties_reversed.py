def freq(items):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    pairs = sorted(counts.items(), key=lambda pair: pair[1])
    pairs.reverse()
    return pairs
