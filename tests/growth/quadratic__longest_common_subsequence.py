def f(items):
    other = sorted(items)
    row = [0] * (len(other) + 1)
    for item in items:
        before, row = row, [0]
        for place, candidate in enumerate(other):
            row.append(before[place] + 1 if item == candidate else max(row[-1], before[place + 1]))
    return row[-1]
