def NAME(numbers: list[int]) -> int:
    """Return the largest gap between two neighbours."""
