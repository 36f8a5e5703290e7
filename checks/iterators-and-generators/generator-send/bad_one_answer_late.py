def averager():
    total, count, mean = 0, 0, None
    number = yield
    while True:
        if number is None:
            number = yield mean
            continue
        previous = mean
        total += number
        count += 1
        mean = total / count
        number = yield previous


def means(numbers):
    running = averager()
    next(running)
    return [running.send(number) for number in numbers]
