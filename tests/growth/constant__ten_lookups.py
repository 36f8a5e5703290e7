def f(items):
    table = {1: 2}
    return [table.get(number) for number in range(10)]
