def first_unique(s: str) -> str | None:
    """Return the first character that occurs only once in s."""
