def pairs(nums, target):
    nums.sort()
    found = set()
    left, right = 0, len(nums) - 1
    while left < right:
        total = nums[left] + nums[right]
        if total == target:
            found.add((nums[left], nums[right]))
            left += 1
        elif total < target:
            left += 1
        else:
            right -= 1
    return sorted(found)
