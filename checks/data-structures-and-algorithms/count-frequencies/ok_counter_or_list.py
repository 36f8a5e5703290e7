from collections import Counter
from collections.abc import Iterable


def freq(items: Iterable) -> list[tuple]:
    """Return (item, count) pairs, the most frequent item first, ties as they appeared."""
    items = list(items)
    try:
        return Counter(items).most_common()
    except TypeError:  # an item has no hash
        return freq_by_equality(items)


def freq_by_equality(items: list) -> list[tuple]:
    found, counts = [], []
    for item in items:
        if item in found:
            counts[found.index(item)] += 1
        else:
            found.append(item)
            counts.append(1)
    return sorted(zip(found, counts), key=lambda pair: pair[1], reverse=True)
