def f(items):
    for end in range(len(items)):
        for place in range(len(items) - 1 - end):
            if items[place] > items[place + 1]:
                items[place], items[place + 1] = items[place + 1], items[place]
    return items
