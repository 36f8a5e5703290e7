def averager():
    total, count, mean = 0, 0, None
    while True:
        number = yield mean
        if number is not None:
            total += number
            count += 1
            mean = total / count


def means(numbers):
    seen, found = [], []
    for number in numbers:
        seen.append(number)
        found.append(sum(seen) / len(seen))
    return found
