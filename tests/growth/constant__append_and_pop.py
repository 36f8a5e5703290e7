def f(items):
    for number in range(5):
        items.append(number)
    while len(items) > 3 and items[-1] < 3:
        items.pop()
    return items.pop()
