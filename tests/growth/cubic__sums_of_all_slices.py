def f(items):
    best = 0
    for start in range(len(items)):
        for end in range(start, len(items)):
            best = max(best, sum(items[start:end]))
    return best
