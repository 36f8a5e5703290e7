def double(n):
    print(n, end=" ")
    return n * 2


doubled = map(double, [1, 2, 3])
print("made")
print(next(doubled))
print(list(doubled))
print(list(doubled))
print(list(map(pow, [2, 3, 4], [3, 2])))
rows = [iter("ab"), iter(""), iter("cd")]
print(list(map(next, rows)))
try:
    print([next(row) for row in rows])
except StopIteration:
    print("StopIteration")
