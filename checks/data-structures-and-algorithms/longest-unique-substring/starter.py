def longest(text: str) -> str:
    """Return the first longest stretch of the text in which no character repeats."""
