from itertools import pairwise


def NAME(numbers):
    return max((abs(left - right) for left, right in pairwise(numbers)), default=0)
