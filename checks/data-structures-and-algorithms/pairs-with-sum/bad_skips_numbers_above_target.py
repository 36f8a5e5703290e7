def pairs(nums, target):
    seen, found = set(), set()
    for num in nums:
        if num > target:
            continue
        missing = target - num
        if missing in seen:
            found.add((min(num, missing), max(num, missing)))
        seen.add(num)
    return sorted(found)
