seen = {"total": 0, "count": 0}


def averager():
    mean = None
    while True:
        number = yield mean
        if number is not None:
            seen["total"] += number
            seen["count"] += 1
            mean = seen["total"] / seen["count"]


def means(numbers):
    running = averager()
    next(running)
    return [running.send(number) for number in numbers]
