def NAME(numbers):
    return max(abs(left - right) for left, right in zip(numbers, numbers[1:]))
