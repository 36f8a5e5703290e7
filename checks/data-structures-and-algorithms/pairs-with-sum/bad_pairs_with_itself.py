def pairs(nums, target):
    present = set(nums)
    found = set()
    for num in nums:
        if target - num in present:
            found.add((min(num, target - num), max(num, target - num)))
    return sorted(found)
