def first_unique(s: str) -> str | None:
    """Return the first character that occurs only once in s, None if there is none."""
    counts = {}  # a dict keeps the order in which its keys came
    for char in s:
        counts[char] = counts.get(char, 0) + 1
    return next((char for char, count in counts.items() if count == 1), None)
