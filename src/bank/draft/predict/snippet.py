numbers = [1, 2]
other = numbers
print(other.append(3))
print(numbers)
third = list(numbers)
print(third == numbers, third is numbers)
