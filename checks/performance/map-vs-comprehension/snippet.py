calls = []


def double(n):
    calls.append(n)
    return n * 2


def stop_at_two(n):
    if n == 2:
        raise StopIteration
    return n


doubled = map(double, [1, 2, 3])
print(calls)
print(next(doubled), calls)
print(list(doubled), list(doubled))
print(list(map(pow, [2, 3, 4], [3, 2])))
print(list(map(stop_at_two, [1, 2, 3])))
try:
    print([stop_at_two(n) for n in [1, 2, 3]])
except StopIteration:
    print("StopIteration")
