import sys

EMPTY, ONE = sys.getsizeof([]), sys.getsizeof([None])


def room(items):
    return (sys.getsizeof(items) - EMPTY) // (ONE - EMPTY)


grown, seen = [], set()
for number in range(17):
    grown.append(number)
    seen.add(room(grown))
print(len(seen), room(grown))
print(room(grown[:]), room([0] * 17))
del grown[12:]
print(len(grown), room(grown))
grown.pop()
print(len(grown), room(grown))
grown.clear()
print(len(grown), room(grown))
