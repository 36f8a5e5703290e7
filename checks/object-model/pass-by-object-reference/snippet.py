def rename(person):
    person["name"] = "Bo"
    person = {"name": "Cy"}


def grow(items, extra):
    items += extra
    return items


def swap(left, right):
    left, right = right, left


ann, numbers, pair = {"name": "Ann"}, [1], (1,)
print(rename(ann), ann)
print(grow(numbers, [2]), numbers)
print(grow(pair, (2,)), pair)
print(grow(numbers[0], 5), numbers)
swap(numbers, pair)
print(numbers)
