from collections.abc import Iterable
from operator import itemgetter


def freq(items: Iterable) -> list[tuple]:
    """Return (item, count) pairs, the most frequent item first, ties as they appeared."""
    entries = []  # [item, count], in the order of appearance
    by_hash = {}
    without_hash = []
    for item in items:
        try:
            entry = by_hash.setdefault(item, [item, 0])
        except TypeError:
            entry = next((entry for entry in without_hash if entry[0] == item), None)
            if entry is None:
                entry = [item, 0]
                without_hash.append(entry)
        if entry[1] == 0:
            entries.append(entry)
        entry[1] += 1
    entries.sort(key=itemgetter(1), reverse=True)
    return [tuple(entry) for entry in entries]
