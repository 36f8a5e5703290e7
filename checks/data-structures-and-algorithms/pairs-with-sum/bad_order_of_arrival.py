def pairs(nums, target):
    seen, found = set(), set()
    for num in nums:
        if target - num in seen:
            found.add((target - num, num))
        seen.add(num)
    return sorted(found)
