def pairs(nums: list[int], target: int) -> list[tuple[int, int]]:
    """Return the different pairs (low, high) from nums that add up to target, sorted."""
    seen, found = set(), set()
    for num in nums:
        missing = target - num
        if missing in seen:
            found.add((min(num, missing), max(num, missing)))
        seen.add(num)
    return sorted(found)
