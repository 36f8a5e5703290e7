def NAME(numbers):
    numbers.sort()
    return max((right - left for left, right in zip(numbers, numbers[1:])), default=0)
