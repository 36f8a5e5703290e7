from collections import Counter


def first_unique(s: str) -> str | None:
    """Return the first character that occurs only once in s, None if there is none."""
    counts = Counter(s)
    return next((char for char in s if counts[char] == 1), None)
