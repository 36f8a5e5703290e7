def pairs(nums, target):
    seen, found = set(), []
    for num in nums:
        missing = target - num
        if missing in seen:
            found.append((min(num, missing), max(num, missing)))
        seen.add(num)
    return sorted(found)
