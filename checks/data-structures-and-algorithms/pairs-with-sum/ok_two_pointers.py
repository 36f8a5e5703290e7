def pairs(nums: list[int], target: int) -> list[tuple[int, int]]:
    """Return the different pairs (low, high) from nums that add up to target, sorted."""
    ordered = sorted(nums)
    found = []
    left, right = 0, len(ordered) - 1
    while left < right:
        low, high = ordered[left], ordered[right]
        if low + high < target:
            left += 1
        elif low + high > target:
            right -= 1
        else:
            if not found or found[-1] != (low, high):
                found.append((low, high))
            left += 1
            right -= 1
    return found
