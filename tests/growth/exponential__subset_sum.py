def reaches(items, index, rest):
    if index == len(items):
        return rest == 0
    return reaches(items, index + 1, rest) | reaches(items, index + 1, rest - items[index])


def f(items):
    return reaches(items, 0, 7)
