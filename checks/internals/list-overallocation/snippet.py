import sys

EMPTY, ONE = sys.getsizeof([]), sys.getsizeof([None])


def room(items):
    return (sys.getsizeof(items) - EMPTY) // (ONE - EMPTY)


grown = []
for _ in range(17):
    grown.append(None)
print(room(grown))
print(room(grown[:]))
print(room([0] * 17))
del grown[12:]
print(room(grown))
grown.pop()
print(room(grown))
