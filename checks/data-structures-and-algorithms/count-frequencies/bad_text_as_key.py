def freq(items):
    counts, originals = {}, {}
    for item in items:
        key = str(item)
        originals.setdefault(key, item)
        counts[key] = counts.get(key, 0) + 1
    ordered = sorted(counts, key=counts.get, reverse=True)
    return [(originals[key], counts[key]) for key in ordered]
