numbers = [2, 7, 2, 4, 9]
same = numbers
print(numbers.remove(2))
print(numbers)
del numbers[2]
print(same)
print(numbers.pop(1), numbers)
del numbers
print("numbers" in globals(), same)
try:
    same.remove(0)
    print("removed")
except ValueError:
    print("ValueError")
