def f(items):
    size = len(items)
    far = [[abs(one - other) for other in items] for one in items]
    for k in range(size):
        for i in range(size):
            for j in range(size):
                if far[i][k] + far[k][j] < far[i][j]:
                    far[i][j] = far[i][k] + far[k][j]
    return far[0][-1]
