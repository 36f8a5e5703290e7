from sys import getsizeof


class Box:
    pass


long, short = ["x" * 1_000_000], ["x"]
print(getsizeof(long) == getsizeof(short))
print(getsizeof(long[0]) > 1_000_000)
full, empty = Box(), Box()
full.items = long
print(getsizeof(full) > getsizeof(empty))
squares = {number: number**2 for number in range(100)}
before = getsizeof(squares)
for number in range(99):
    del squares[number]
print(getsizeof(squares) < before)
print(getsizeof(10**100) > getsizeof(1))
