def freq(items):
    items = list(items)
    counts = {item: items.count(item) for item in set(items)}
    return sorted(counts.items(), key=lambda pair: pair[1], reverse=True)
