def f(items):
    for end in range(1, len(items)):
        item, place = items[end], end
        while place and items[place - 1] > item:
            items[place] = items[place - 1]
            place -= 1
        items[place] = item
    return items
