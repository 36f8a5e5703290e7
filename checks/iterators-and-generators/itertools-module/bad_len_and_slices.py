def runs(items):
    start = 0
    for i in range(1, len(items) + 1):
        if i == len(items) or items[i] != items[start]:
            yield items[start], i - start
            start = i


def steps(numbers):
    for i in range(len(numbers) - 1):
        yield numbers[i + 1] - numbers[i]


def chunks(items, size):
    for start in range(0, len(items), size):
        yield tuple(items[start:start + size])
