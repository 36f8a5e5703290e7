def averager():
    numbers, mean = [], None
    while True:
        number = yield mean
        if number is not None:
            numbers.append(number)
            mean = sum(numbers) / len(numbers)


def means(numbers):
    running = averager()
    next(running)
    return [running.send(number) for number in numbers]
