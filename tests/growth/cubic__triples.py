def f(items):
    count = 0
    for i in range(len(items)):
        for j in range(i):
            for k in range(j):
                if items[i] + items[j] == items[k]:
                    count += 1
    return count
