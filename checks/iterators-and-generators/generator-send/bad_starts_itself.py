def fresh():
    total, count, mean = 0, 0, None
    while True:
        number = yield mean
        if number is not None:
            total += number
            count += 1
            mean = total / count


def averager():
    running = fresh()
    next(running)
    return running


def means(numbers):
    running = averager()
    return [running.send(number) for number in numbers]
