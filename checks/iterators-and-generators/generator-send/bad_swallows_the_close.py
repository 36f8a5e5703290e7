def averager():
    total, count, mean = 0, 0, None
    while True:
        try:
            number = yield mean
        except GeneratorExit:
            number = None
        if number is not None:
            total += number
            count += 1
            mean = total / count


def means(numbers):
    running = averager()
    next(running)
    return [running.send(number) for number in numbers]
