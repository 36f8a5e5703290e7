def f(items):
    size = range(len(items))
    rows = [[one * other for other in items] for one in items]
    return [[sum(rows[i][k] * rows[k][j] for k in size) for j in size] for i in size]
