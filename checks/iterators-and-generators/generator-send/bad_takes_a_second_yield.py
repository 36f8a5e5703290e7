def averager():
    total, count = 0, 0
    while True:
        number = yield
        if number is not None:
            total += number
            count += 1
        yield total / count if count else None


def means(numbers):
    running = averager()
    found = []
    for number in numbers:
        next(running)
        found.append(running.send(number))
    return found
