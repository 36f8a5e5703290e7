from collections import defaultdict


def pairs(nums, target):
    positions = defaultdict(list)
    for index, num in enumerate(nums):
        positions[num].append(index)
    found = set()
    for index, num in enumerate(nums):
        for other in positions.get(target - num, []):
            if index < other:
                found.add((min(num, nums[other]), max(num, nums[other])))
    return sorted(found)
