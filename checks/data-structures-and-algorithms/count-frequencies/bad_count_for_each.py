def freq(items):
    items = list(items)
    found = []
    for item in items:
        if item not in found:
            found.append(item)
    pairs = [(item, items.count(item)) for item in found]
    return sorted(pairs, key=lambda pair: pair[1], reverse=True)
