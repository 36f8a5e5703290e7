from collections.abc import Iterable


def freq(items: Iterable) -> list[tuple]:
    """Return (item, count) pairs, the most frequent item first."""
