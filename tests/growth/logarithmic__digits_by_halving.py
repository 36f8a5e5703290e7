def f(items):
    count, digits = len(items), []
    while count:
        digits.append(count % 2)
        count //= 2
    return digits
