def pairs(nums, target):
    found = set()
    for i, first in enumerate(nums):
        for second in nums[i + 1:]:
            if first + second == target:
                found.add((min(first, second), max(first, second)))
    return sorted(found)
