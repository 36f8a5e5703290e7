def pairs(nums, target):
    index_of, found = {}, set()
    for index, num in enumerate(nums):
        missing = target - num
        if index_of.get(missing):
            found.add((min(num, missing), max(num, missing)))
        index_of[num] = index
    return sorted(found)
