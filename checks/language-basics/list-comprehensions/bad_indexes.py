def positive_squares(rows):
    return [
        rows[i][j] ** 2
        for i in range(len(rows))
        for j in range(len(rows[i]))
        if rows[i][j] > 0
    ]
