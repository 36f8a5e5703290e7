from collections import Counter
from collections.abc import Iterable


def freq(items: Iterable) -> list[tuple]:
    """Return (item, count) pairs, the most frequent item first, ties as they appeared."""
    return Counter(items).most_common()
