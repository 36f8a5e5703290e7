def pairs(nums: list[int], target: int) -> list[tuple[int, int]]:
    """Return the pairs of numbers in nums that add up to target."""
