def averager():
    total, count, mean = 0, 0, None
    while True:
        total += yield mean
        count += 1
        mean = total / count


def means(numbers):
    running = averager()
    next(running)
    return [running.send(number) for number in numbers]
