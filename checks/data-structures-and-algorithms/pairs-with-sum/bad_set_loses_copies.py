def pairs(nums, target):
    present = set(nums)
    return sorted((num, target - num) for num in present
                  if num < target - num and target - num in present)
